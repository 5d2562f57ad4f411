/** Holds a running job to its promise: whatever dies, every record counts exactly once. */
@NullMarked
package io.leadpulse.chaos.exactlyonce;

import org.jspecify.annotations.NullMarked;
