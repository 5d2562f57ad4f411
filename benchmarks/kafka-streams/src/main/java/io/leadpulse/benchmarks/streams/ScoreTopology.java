package io.leadpulse.benchmarks.streams;

import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.Arrays;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The topics about leads, which are all partitioned by lead, into one processor: nothing has to be
 * sent to another partition first.
 */
record ScoreTopology(JobConfig config, Counts counts) {
  static final String LEADS = "leads";
  static final String PROFILES = "profiles";

  private static final String SOURCE = "records-about-leads";
  private static final String PROCESSOR = "score-lead";

  Topology build() {
    String prefix = config.kafka().topicPrefix();
    String[] topics =
        Arrays.stream(SourceTopic.values()).map(t -> t.topic(prefix)).toArray(String[]::new);
    ByteArrayDeserializer in = new ByteArrayDeserializer();
    Topology topology =
        new Topology()
            .addSource(SOURCE, in, in, topics)
            .addProcessor(PROCESSOR, () -> new ScoreProcessor(config, counts), SOURCE)
            .addStateStore(store(LEADS), PROCESSOR)
            .addStateStore(store(PROFILES), PROCESSOR);
    ByteArraySerializer out = new ByteArraySerializer();
    for (OutputTopic topic : OutputTopic.values()) {
      topology.addSink(topic.name(), topic.topic(prefix), out, out, PROCESSOR);
    }
    return topology;
  }

  /** Cached, so that what changes often is written once per commit. */
  private static StoreBuilder<KeyValueStore<byte[], byte[]>> store(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.ByteArray(), Serdes.ByteArray())
        .withCachingEnabled();
  }
}
