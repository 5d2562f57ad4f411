/**
 * The keyed operator: state, timers and output of leads. What it does to a lead is the engine's
 * decision.
 */
@NullMarked
package io.leadpulse.jobs.score;

import org.jspecify.annotations.NullMarked;
