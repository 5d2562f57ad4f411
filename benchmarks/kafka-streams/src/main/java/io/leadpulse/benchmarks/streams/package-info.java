/** The lead-scoring job on Kafka Streams, as a peer to compare with. */
@NullMarked
package io.leadpulse.benchmarks.streams;

import org.jspecify.annotations.NullMarked;
