/** A measurement: a broker, its traffic, and blocks one after the other. */
@NullMarked
package io.leadpulse.benchmarks.run;

import org.jspecify.annotations.NullMarked;
