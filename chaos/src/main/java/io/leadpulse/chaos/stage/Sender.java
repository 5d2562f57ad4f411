package io.leadpulse.chaos.stage;

import io.leadpulse.cli.terminal.CliException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends records in order; a refused one fails the next call. */
public final class Sender implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();
  private final AtomicLong latestTimestamp = new AtomicLong();

  Sender(String bootstrapServers) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                // One at a time: the first records of many partitions at once overtake each other.
                "max.in.flight.requests.per.connection",
                1,
                "delivery.timeout.ms",
                600_000,
                "linger.ms",
                5,
                "batch.size",
                65_536,
                "max.request.size",
                2_097_152),
            bytes,
            bytes);
  }

  public void send(ProducerRecord<byte[], byte[]> message) {
    check();
    producer.send(
        message,
        (metadata, failure) -> {
          if (failure == null) {
            latestTimestamp.accumulateAndGet(metadata.timestamp(), Math::max);
          } else {
            refusal.compareAndSet(null, failure);
          }
        });
  }

  /** When the broker appended the latest of the records that it has confirmed. */
  public long latestTimestamp() {
    return latestTimestamp.get();
  }

  /** Waits until the broker has all of it. */
  public void flush() {
    producer.flush();
    check();
  }

  private void check() {
    Exception refused = refusal.get();
    if (refused != null) {
      throw CliException.failure("the broker refused a record: " + refused.getMessage(), refused);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
