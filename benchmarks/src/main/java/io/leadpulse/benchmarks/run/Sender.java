package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.traffic.Kind;
import io.leadpulse.benchmarks.traffic.Sent;
import io.leadpulse.benchmarks.traffic.Trace;
import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Sends the records of a trace to the topics of an installation, one after the other. */
final class Sender implements AutoCloseable {
  private static final Map<String, Object> PRODUCER =
      Map.of(
          // One at a time: the first records of many new partitions at once overtake each other,
          // and what was overtaken is refused for ever.
          "max.in.flight.requests.per.connection", 1,
          "linger.ms", 2,
          "batch.size", 65_536,
          "buffer.memory", 67_108_864L,
          // On a busy machine the broker may be slow to answer; giving up would lose records.
          "request.timeout.ms", 300_000,
          "delivery.timeout.ms", 600_000);

  private final String prefix;
  private final String[] topics;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Trace.Reader records;

  /** What went wrong last, found by the producer's own thread. */
  private volatile @Nullable Exception failure;

  private long sent;

  /**
   * @param prefix of the topics
   */
  Sender(Broker broker, Trace trace, String prefix) throws IOException {
    this.prefix = prefix;
    topics =
        Arrays.stream(Kind.values()).map(k -> k.subject().topic(prefix)).toArray(String[]::new);
    records = trace.open();
    producer = broker.producer(PRODUCER);
  }

  String prefix() {
    return prefix;
  }

  /** How many were sent so far. */
  long sent() {
    return sent;
  }

  /**
   * Sends the next record; there has to be one.
   *
   * @param millis the record's own time, epoch milliseconds
   */
  void send(long millis) {
    Sent next = records.next();
    String topic = topics[next.kind().ordinal()];
    producer.send(
        new ProducerRecord<>(topic, null, millis, next.key(), next.value()), this::acknowledged);
    sent++;
  }

  /** Waits until the broker has all of them; fails if it refused one. */
  void flush() {
    producer.flush();
    Exception found = failure;
    if (found != null) {
      throw CliException.failure("an event could not be sent: " + found.getMessage(), found);
    }
  }

  private void acknowledged(RecordMetadata place, @Nullable Exception problem) {
    if (problem != null) {
      failure = problem;
    }
  }

  @Override
  public void close() throws IOException {
    producer.close();
    records.close();
  }
}
