package io.leadpulse.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema.KafkaSinkContext;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutputSchemaTest {
  private static final byte[] KEY = {1};
  private static final byte[] VALUE = {2};

  private final OutputSchema schema = new OutputSchema("acme.", EnumSet.allOf(OutputTopic.class));

  @ParameterizedTest
  @EnumSource(OutputTopic.class)
  void everyRecordGoesToItsTopicByItsKey(OutputTopic topic) {
    ProducerRecord<byte[], byte[]> record = serialize(OutputRecord.of(topic, KEY, VALUE));
    assertThat(record.topic()).isEqualTo("acme." + topic.baseName());
    assertThat(record.key()).isEqualTo(KEY);
    assertThat(record.value()).isEqualTo(VALUE);
    assertThat(record.partition()).isNull();
    assertThat(record.timestamp()).isNull();
    assertThat(record.headers()).isEmpty();
  }

  @Test
  void aTombstoneHasNoValue() {
    assertThat(serialize(OutputRecord.of(OutputTopic.LEAD_SCORE, KEY, null)).value()).isNull();
  }

  @Test
  void alertsAreCloudEvents() {
    OutputRecord alert = new OutputRecord(OutputTopic.HOT_LEAD_ALERT, KEY, VALUE, "0123:UPDATED:1");
    Map<String, String> headers = new HashMap<>();
    for (Header header : serialize(alert).headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    assertThat(headers)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", "0123:UPDATED:1",
                "ce_type", "io.leadpulse.hot-lead-alert.v1",
                "ce_source", "/leadpulse/lead-scoring"));
  }

  @Test
  void namesAllTopicsToTheTransactionPoolAlsoAfterItsJourney() throws Exception {
    OutputSchema travelled =
        InstantiationUtil.clone(
            new OutputSchema(
                "acme.", EnumSet.of(OutputTopic.LEAD_SCORE, OutputTopic.HOT_LEAD_ALERT)));
    assertThat(travelled.getKafkaDatasetFacet())
        .hasValueSatisfying(
            facet ->
                assertThat(facet.getTopicIdentifier().getTopics())
                    .containsExactly("acme.lead-score.v1", "acme.hot-lead-alert.v1"));
  }

  private ProducerRecord<byte[], byte[]> serialize(OutputRecord output) {
    return schema.serialize(output, new NoContext(), 1L);
  }

  /** Nothing that the schema asks for. */
  private static final class NoContext implements KafkaSinkContext {
    @Override
    public int getParallelInstanceId() {
      return 0;
    }

    @Override
    public int getNumberOfParallelInstances() {
      return 1;
    }

    @Override
    public int[] getPartitionsForTopic(String topic) {
      return new int[] {0};
    }
  }
}
