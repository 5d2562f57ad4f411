/** The engine by the nanosecond: scoring an event, storing a lead, matching signals. */
@NullMarked
package io.leadpulse.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
