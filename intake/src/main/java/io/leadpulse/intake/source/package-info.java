/** Bytes of a source cut into lines and JSON values, with their place and a bound on their size. */
@NullMarked
package io.leadpulse.intake.source;

import org.jspecify.annotations.NullMarked;
