/** The Flink jobs: wiring, state, Kafka in and out. */
@NullMarked
package io.leadpulse.jobs;

import org.jspecify.annotations.NullMarked;
