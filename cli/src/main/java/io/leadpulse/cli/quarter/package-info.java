/** A quarter of simulated marketing and sales through both jobs, in the time of the events. */
@NullMarked
package io.leadpulse.cli.quarter;

import org.jspecify.annotations.NullMarked;
