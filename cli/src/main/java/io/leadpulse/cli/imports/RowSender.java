package io.leadpulse.cli.imports;

import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.stack.RecordSender;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.intake.row.Row;
import io.leadpulse.schemas.DeadLetter;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends rows: events to the topic of their contract, all else to the dead letters. */
final class RowSender<T extends SpecificRecord> implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final Class<T> type;
  private final String eventTopic;
  private final String deadLetterTopic;
  private final RecordEncoder<T> events;
  private final RecordEncoder<DeadLetter> letters;
  private final DeadRow deadRow;

  private RowSender(Connection stack, Subject<T> subject, Clock clock) {
    type = subject.type();
    eventTopic = subject.topic(stack.topicPrefix());
    deadLetterTopic = Topics.DEAD_LETTER.topic(stack.topicPrefix());
    RecordFormat format = stack.writing(List.of(subject, Topics.DEAD_LETTER));
    events = format.encoder(subject);
    letters = format.encoder(Topics.DEAD_LETTER);
    deadRow = new DeadRow(eventTopic, clock);
    ByteArraySerializer bytes = new ByteArraySerializer();
    producer = new KafkaProducer<>(settings(stack), bytes, bytes);
  }

  /**
   * @throws CliException if the topics are not there
   */
  static <T extends SpecificRecord> RowSender<T> to(
      Connection stack, Subject<T> subject, Clock clock) {
    requireTopics(stack, subject);
    return new RowSender<>(stack, subject, clock);
  }

  private static void requireTopics(Connection stack, Subject<?> subject) {
    try (Admin admin =
        Admin.create(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) stack.bootstrapServers()))) {
      RecordSender.requireTopics(
          admin,
          stack.bootstrapServers(),
          List.of(
              subject.topic(stack.topicPrefix()), Topics.DEAD_LETTER.topic(stack.topicPrefix())),
          "`leadpulse up` makes the topics of a stack");
    }
  }

  /** Of the producer. */
  static Map<String, Object> settings(Connection stack) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        stack.bootstrapServers(),
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        // A partition that was made a moment ago refuses the first request or two. Those that were
        // sent behind them are then out of sequence, which costs half a minute to sort out.
        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
        1,
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "lz4",
        ProducerConfig.LINGER_MS_CONFIG,
        20,
        ProducerConfig.BATCH_SIZE_CONFIG,
        128 * 1024,
        // A broker that went away is told of within a minute.
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        60_000);
  }

  /**
   * Sends a row; it is there for certain only after {@link #flush}.
   *
   * @param fileName that it stands in
   * @throws CliException if this or an earlier row could not be sent
   */
  void send(Row row, String fileName) {
    if (row instanceof Row.Sent<?> sent) {
      send(eventTopic, sent.key(), events.encode(type.cast(sent.event())));
    } else if (row instanceof Row.Rejected rejected) {
      send(deadLetterTopic, eventTopic, letters.encode(deadRow.letter(rejected, fileName)));
    }
  }

  private void send(String topic, String key, byte[] value) {
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    try {
      producer.send(
          new ProducerRecord<>(topic, keyBytes, value),
          (metadata, exception) -> {
            if (exception != null) {
              failure.compareAndSet(null, exception);
            }
          });
    } catch (KafkaException e) {
      failure.compareAndSet(null, e);
    }
    requireNoFailure();
  }

  /** Waits until all rows are with the broker. */
  void flush() {
    producer.flush();
    requireNoFailure();
  }

  private void requireNoFailure() {
    Exception first = failure.get();
    if (first != null) {
      throw CliException.failure(
          "sending failed: %s; import again, what has arrived counts once"
              .formatted(first.getMessage()),
          first);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(failure.get() == null ? 30 : 0));
  }
}
