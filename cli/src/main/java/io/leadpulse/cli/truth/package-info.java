/**
 * Who really did what simulated records say: known to the simulator and to the judge of a run, and
 * in no record. Holds no rule by which the scoring could tell it.
 */
@NullMarked
package io.leadpulse.cli.truth;

import org.jspecify.annotations.NullMarked;
