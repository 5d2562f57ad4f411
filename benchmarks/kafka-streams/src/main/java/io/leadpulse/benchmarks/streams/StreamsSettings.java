package io.leadpulse.benchmarks.streams;

import io.leadpulse.benchmarks.block.BlockOrder;
import io.leadpulse.benchmarks.peer.Peer;
import io.leadpulse.jobs.config.JobConfig;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings of Kafka Streams: exactly once, one thread, and it commits as often as the others
 * take checkpoints. Tuned, it has as much cache as the job's and RocksDB as {@link Tuning} has it.
 */
record StreamsSettings(JobConfig config, BlockOrder order) {
  private static final long CACHE_BYTES = 64L << 20;
  private static final int LONGEST_TRANSACTION_MILLIS = 600_000;

  Properties properties() {
    Properties p = new Properties();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, config.kafka().topicPrefix() + "streams");
    p.put(StreamsConfig.CLIENT_ID_CONFIG, "streams");
    p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrapServers());
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    p.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder().toString());
    p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
    p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.checkpoint().interval().toMillis());
    p.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    p.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    // More than the interval, or the broker ends transactions that are under way.
    p.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        LONGEST_TRANSACTION_MILLIS);
    if (order.peer() == Peer.KAFKA_STREAMS) {
      p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
      p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, Tuning.class);
    }
    return p;
  }

  Path stateFolder() {
    return order.folder().resolve("state");
  }
}
