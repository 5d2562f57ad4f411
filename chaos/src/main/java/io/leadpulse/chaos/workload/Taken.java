package io.leadpulse.chaos.workload;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Up to where the job has surely taken its input: the offsets that it commits once a checkpoint is
 * complete. No recovery goes back behind them.
 */
public final class Taken implements AutoCloseable {
  private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();
  private static final long PATIENCE_SECONDS = 3;

  private final Admin admin;
  private final String group;
  private final Map<TopicPartition, Long> offsets = new ConcurrentHashMap<>();
  private final Thread looking = new Thread(this::look, "taken");
  private volatile boolean closed;

  /** Begins to look. */
  public Taken(String bootstrapServers, String group) {
    admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.group = group;
    looking.setDaemon(true);
    looking.start();
  }

  /** By partition; never less than before. */
  public Map<TopicPartition, Long> offsets() {
    return offsets;
  }

  private void look() {
    while (!closed) {
      try {
        Map<TopicPartition, OffsetAndMetadata> committed =
            admin
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        committed.forEach((place, offset) -> offsets.merge(place, offset.offset(), Math::max));
      } catch (ExecutionException | TimeoutException away) {
        // The broker is dead just now.
      } catch (InterruptedException e) {
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  @Override
  public void close() {
    closed = true;
    looking.interrupt();
    admin.close(Duration.ZERO);
  }
}
