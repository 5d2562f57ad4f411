/**
 * Holds the hand-off to exactly once, from the alert to what sales made of it, with both jobs on
 * processes that are killed.
 */
@NullMarked
package io.leadpulse.chaos.handoff;

import org.jspecify.annotations.NullMarked;
