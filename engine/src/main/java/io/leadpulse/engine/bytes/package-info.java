/** The compact form in which state is stored. */
@NullMarked
package io.leadpulse.engine.bytes;

import org.jspecify.annotations.NullMarked;
