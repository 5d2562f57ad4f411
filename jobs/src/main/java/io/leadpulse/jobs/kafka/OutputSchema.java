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
 * Sends each record to its topic; alerts with CloudEvents 1.0 headers, by which any receiver drops
 * repeats without reading the body.
 *
 * <p>Names all topics that it may write to: the transaction pool looks there for what an earlier
 * run left open.
 */
final class OutputSchema
    implements KafkaRecordSerializationSchema<OutputRecord>, KafkaDatasetFacetProvider {
  private static final byte[] SPEC_VERSION = bytes("1.0");
  private static final byte[] TYPE = bytes("io.leadpulse.hot-lead-alert.v1");
  private static final byte[] SOURCE = bytes("/leadpulse/lead-scoring");

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
    if (output.alertMessageId().isEmpty()) {
      return null;
    }
    return new RecordHeaders()
        .add("ce_specversion", SPEC_VERSION)
        .add("ce_id", bytes(output.alertMessageId()))
        .add("ce_type", TYPE)
        .add("ce_source", SOURCE);
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
