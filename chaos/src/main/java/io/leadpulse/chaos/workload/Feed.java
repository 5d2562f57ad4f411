package io.leadpulse.chaos.workload;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a workload, record by record, and knows at which offset each comes to lie: nobody else
 * writes to these topics, and an idempotent producer with one request in flight neither loses,
 * doubles nor reorders, however often the broker dies. For one thread.
 */
public final class Feed implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final String topicPrefix;
  private final int partitions;
  private final WireForm form = new WireForm();
  private final Map<Lane, Offsets[]> offsets = new EnumMap<>(Lane.class);
  private final AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();

  /**
   * @param partitions of each input topic
   */
  public Feed(String bootstrapServers, String topicPrefix, int partitions) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    producer = new KafkaProducer<>(settings(bootstrapServers), bytes, bytes);
    this.topicPrefix = topicPrefix;
    this.partitions = partitions;
    for (Lane lane : Lane.values()) {
      Offsets[] own = new Offsets[partitions];
      for (int partition = 0; partition < partitions; partition++) {
        own[partition] = new Offsets();
      }
      offsets.put(lane, own);
    }
  }

  private static Map<String, Object> settings(String bootstrapServers) {
    return Map.of(
        "bootstrap.servers",
        bootstrapServers,
        "acks",
        "all",
        "enable.idempotence",
        true,
        "max.in.flight.requests.per.connection",
        1,
        "linger.ms",
        5,
        // For ever: a broker that is down comes back.
        "delivery.timeout.ms",
        Integer.MAX_VALUE,
        "max.block.ms",
        Long.MAX_VALUE,
        "request.timeout.ms",
        5_000,
        "reconnect.backoff.max.ms",
        500);
  }

  /** Sends a record; waits only if the broker has been away for long. */
  public void send(Entry entry) {
    Exception refused = refusal.get();
    if (refused != null) {
      throw new IllegalStateException("the broker refused a record", refused);
    }
    int partition = entry.lead() % partitions;
    byte[] key = entry.leadId().getBytes(StandardCharsets.UTF_8);
    offsets.get(entry.lane())[partition].append(entry.feedAt());
    producer.send(
        new ProducerRecord<>(entry.lane().topic(topicPrefix), partition, null, key, form.of(entry)),
        (metadata, failure) -> {
          if (failure != null) {
            refusal.compareAndSet(null, failure);
          }
        });
  }

  /**
   * When the first record was sent that the job may not have taken, in the time of the events.
   *
   * @param taken offsets up to which it surely has
   * @return {@link Long#MAX_VALUE} if it has taken all
   */
  public long firstOpen(Map<TopicPartition, Long> taken) {
    long first = Long.MAX_VALUE;
    for (Map.Entry<Lane, Offsets[]> lane : offsets.entrySet()) {
      for (int partition = 0; partition < partitions; partition++) {
        TopicPartition place = new TopicPartition(lane.getKey().topic(topicPrefix), partition);
        first =
            Math.min(first, lane.getValue()[partition].firstOpen(taken.getOrDefault(place, 0L)));
      }
    }
    return first;
  }

  /** Waits until the broker has all of it. */
  public void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
