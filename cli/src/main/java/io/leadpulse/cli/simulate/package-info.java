/**
 * People who act as leads do: a seeded, endless stream of records for demonstrations and tests.
 *
 * <p>Shares no rule and no constant with the scoring, so that what comes out hot is the scoring's
 * own finding.
 */
@NullMarked
package io.leadpulse.cli.simulate;

import org.jspecify.annotations.NullMarked;
