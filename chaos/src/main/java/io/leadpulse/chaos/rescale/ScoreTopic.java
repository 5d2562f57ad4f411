package io.leadpulse.chaos.rescale;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic of scores, into which one run after another writes. For one thread. */
final class ScoreTopic implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MAX_EMPTY_POLLS = 150;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final RecordDecoder<LeadScoreKey> keys =
      new RecordDecoder<>(Topics.LEAD_SCORE_KEY, Limits.RESULT);
  private final RecordDecoder<LeadScore> scores =
      new RecordDecoder<>(Topics.LEAD_SCORE, Limits.RESULT);

  ScoreTopic(String bootstrapServers, String prefix) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
    consumer = new KafkaConsumer<>(settings, bytes, bytes);
    String topic = Topics.LEAD_SCORE.topic(prefix);
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** Goes to the end: the next rows read are those of a run that begins now. */
  void skip() {
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** The last rows of what was committed since. */
  Rows read() {
    Map<String, String> rows = new TreeMap<>();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    int emptyPolls = 0;
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      boolean empty = true;
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        take(record, rows);
        empty = false;
      }
      emptyPolls = empty ? emptyPolls + 1 : 0;
      if (emptyPolls > MAX_EMPTY_POLLS) {
        throw CliException.failure("the broker does not give the scores to their end");
      }
    }
    return new Rows(rows);
  }

  private void take(ConsumerRecord<byte[], byte[]> record, Map<String, String> rows) {
    LeadScoreKey key = decode(keys, record.key());
    String name = key.getLeadId() + " " + key.getScorecard();
    rows.remove(name);
    if (record.value() != null) {
      LeadScore row = decode(scores, record.value());
      if (row.getIntentMilli() != 0 || !row.getContributions().isEmpty()) {
        Map<String, Long> parts = new TreeMap<>();
        row.getContributions().forEach(part -> parts.put(part.getSignal(), part.getMilliPoints()));
        rows.put(name, Rows.text(row.getIntentMilli(), parts));
      }
    }
  }

  private static <T extends SpecificRecord> T decode(RecordDecoder<T> decoder, byte[] bytes) {
    if (decoder.decode(bytes) instanceof Decoded.Value<T> value) {
      return value.value();
    }
    throw CliException.failure("the job wrote a score that its readers cannot read");
  }

  @Override
  public void close() {
    consumer.close();
  }
}
