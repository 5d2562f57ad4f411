/** The {@code chaos/run} command: Leadpulse as real processes, broken on purpose. */
@NullMarked
package io.leadpulse.chaos;

import org.jspecify.annotations.NullMarked;
