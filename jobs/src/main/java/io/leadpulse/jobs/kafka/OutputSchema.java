package io.leadpulse.jobs.kafka;

import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Sends each record to its topic; alerts and hand-offs with CloudEvents 1.0 headers, by which any
 * receiver drops repeats without reading the body.
 *
 * <p>Names all topics that it may write to: the transaction pool looks there for what an earlier
 * run left open.
 */
final class OutputSchema
    implements KafkaRecordSerializationSchema<OutputRecord>, KafkaDatasetFacetProvider {
  private static final byte[] SPEC_VERSION = bytes("1.0");
  private static final byte[] ALERT = bytes("io.leadpulse.hot-lead-alert.v1");
  private static final byte[] HAND_OFF = bytes("io.leadpulse.hand-off.v1");
  private static final byte[] FROM_SCORING = bytes("/leadpulse/lead-scoring");
  private static final byte[] FROM_HAND_OFF = bytes("/leadpulse/hand-off");

  /** By ordinal; null where this sink does not write to the topic. */
  private final @Nullable String[] names = new String[OutputTopic.values().length];

  OutputSchema(String topicPrefix, Set<OutputTopic> topics) {
    for (OutputTopic topic : topics) {
      names[topic.ordinal()] = topic.topic(topicPrefix);
    }
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      OutputRecord output, KafkaSinkContext context, @Nullable Long timestamp) {
    // No partition: the key decides. No timestamp: the broker's append time counts.
    return new ProducerRecord<>(
        names[output.topic().ordinal()], null, null, output.key(), output.value(), headers(output));
  }

  private static @Nullable Headers headers(OutputRecord output) {
    if (output.messageId().isEmpty()) {
      return null;
    }
    boolean alert = output.topic() == OutputTopic.HOT_LEAD_ALERT;
    return new RecordHeaders()
        .add("ce_specversion", SPEC_VERSION)
        .add("ce_id", bytes(output.messageId()))
        .add("ce_type", alert ? ALERT : HAND_OFF)
        .add("ce_source", alert ? FROM_SCORING : FROM_HAND_OFF);
  }

  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    List<String> topics = new ArrayList<>();
    for (String name : names) {
      if (name != null) {
        topics.add(name);
      }
    }
    return Optional.of(
        new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(topics)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
