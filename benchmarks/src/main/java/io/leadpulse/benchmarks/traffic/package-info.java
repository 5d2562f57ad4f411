/** The events of a measurement, from a seed, and the model that scores them. */
@NullMarked
package io.leadpulse.benchmarks.traffic;

import org.jspecify.annotations.NullMarked;
