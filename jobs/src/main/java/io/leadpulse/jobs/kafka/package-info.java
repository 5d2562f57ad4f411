/** Kafka in and out: sources, sinks, and what both need to know of the cluster. */
@NullMarked
package io.leadpulse.jobs.kafka;

import org.jspecify.annotations.NullMarked;
