/**
 * The operator that finds the leads of anonymous engagements: state, timers and counts of visitors.
 * Whose an engagement is is the engine's decision.
 */
@NullMarked
package io.leadpulse.jobs.stitch;

import org.jspecify.annotations.NullMarked;
