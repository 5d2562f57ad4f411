/** The contract of every topic. */
@NullMarked
package io.leadpulse.schemas;

import org.jspecify.annotations.NullMarked;
