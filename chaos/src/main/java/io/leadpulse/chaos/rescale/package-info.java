/** The same input at many parallelisms, on every JDK: the same scores. */
@NullMarked
package io.leadpulse.chaos.rescale;

import org.jspecify.annotations.NullMarked;
