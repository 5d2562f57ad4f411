/**
 * The job on trial: simulated events whose truth is known go through the real job, and what it made
 * of them is counted against the truth. Knows neither the simulator nor the job's rules.
 */
@NullMarked
package io.leadpulse.cli.judge;

import org.jspecify.annotations.NullMarked;
