package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.block.Taken;
import io.leadpulse.benchmarks.traffic.Kind;
import io.leadpulse.benchmarks.traffic.Sent;
import io.leadpulse.benchmarks.traffic.Trace;
import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Sends a trace, always a bounded number of events ahead of the peer: it never waits for input, and
 * still meets the events of all topics in the order of their time, as it would live. A consumer
 * that finds everything there at once reads all partitions at one pace, and is through with the
 * rare topics long before it is with the others.
 */
final class Feeder {
  private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();
  private static final Map<String, Object> PRODUCER =
      Map.of(
          // One at a time: the first records of many new partitions at once overtake each other,
          // and
          // what was overtaken is refused for ever.
          "max.in.flight.requests.per.connection", 1,
          "linger.ms", 2,
          "batch.size", 65_536,
          "buffer.memory", 67_108_864L,
          // On a busy machine the broker may be slow to answer; giving up would lose records.
          "request.timeout.ms", 300_000,
          "delivery.timeout.ms", 600_000);

  private final Trace trace;
  private final Taken taken;
  private final int backlog;

  /** What went wrong last, found by the producer's own thread. */
  private volatile @Nullable Exception failure;

  private long sent;
  private long looks;
  private long dry;

  Feeder(Trace trace, Taken taken, int backlog) {
    this.trace = trace;
    this.taken = taken;
    this.backlog = backlog;
  }

  /**
   * Sends all of it.
   *
   * @param prefix of the topics
   * @param goesOn asked now and then; it stops if not
   */
  void feed(Broker broker, String prefix, BooleanSupplier goesOn) {
    String[] topics =
        Arrays.stream(Kind.values()).map(k -> k.subject().topic(prefix)).toArray(String[]::new);
    try (KafkaProducer<byte[], byte[]> producer = broker.producer(PRODUCER);
        Trace.Reader records = trace.open()) {
      while (sent < trace.records() && goesOn.getAsBoolean()) {
        look();
        long until = Math.min(trace.records(), taken.get() + backlog);
        if (until - sent < Math.min(backlog / 4, trace.records() - sent)) {
          LockSupport.parkNanos(PAUSE_NANOS);
          continue;
        }
        for (; sent < until; sent++) {
          Sent next = records.next();
          String topic = topics[next.kind().ordinal()];
          producer.send(new ProducerRecord<>(topic, next.key(), next.value()), this::sent);
        }
        producer.flush();
        check();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the peer has taken all that was sent. */
  void awaitAllTaken(BooleanSupplier goesOn) {
    while (taken.get() < sent && goesOn.getAsBoolean()) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void sent(RecordMetadata place, @Nullable Exception problem) {
    if (problem != null) {
      failure = problem;
    }
  }

  private void check() {
    Exception found = failure;
    if (found != null) {
      throw CliException.failure("an event could not be sent: " + found.getMessage(), found);
    }
  }

  private void look() {
    long now = taken.get();
    if (now > 0) {
      looks++;
      dry += now >= sent ? 1 : 0;
    }
  }

  /** Share of the looks, 0 to 1, at which everything that was sent had been taken. */
  double dry() {
    return looks == 0 ? 0 : (double) dry / looks;
  }
}
