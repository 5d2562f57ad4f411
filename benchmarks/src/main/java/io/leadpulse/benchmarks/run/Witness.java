package io.leadpulse.benchmarks.run;

import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what the job commits as it comes, and takes the time of each record from the newest input
 * that it accounts for. What a timer brings about has no input of its own, and does not count: such
 * a row accounts for no newer input than the one before it.
 */
final class Witness {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Broker broker;
  private final String alertTopic;
  private final String scoreTopic;
  private final long since;
  private final Delays alerts;
  private final Delays scores;
  private final Map<ByteBuffer, Instant> accountedFor = new HashMap<>();
  private volatile boolean isOver;
  private final CompletableFuture<Void> end;

  private Witness(Broker broker, String prefix, long since, Delays alerts, Delays scores) {
    this.broker = broker;
    this.since = since;
    this.alerts = alerts;
    this.scores = scores;
    alertTopic = Topics.HOT_LEAD_ALERT.topic(prefix);
    scoreTopic = Topics.LEAD_SCORE.topic(prefix);
    end = CompletableFuture.runAsync(this::read);
  }

  /**
   * @param since inputs before are left out, epoch milliseconds
   * @param alerts takes the times of alerts that were raised
   * @param scores takes the times of rows
   */
  static Witness start(Broker broker, String prefix, long since, Delays alerts, Delays scores) {
    return new Witness(broker, prefix, since, alerts, scores);
  }

  /** Waits until it has read all that is there. */
  void stop() {
    isOver = true;
    end.join();
  }

  private void read() {
    Map<String, Object> settings = new HashMap<>(broker.client());
    settings.put("isolation.level", "read_committed");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      while (!isOver || isBehind(consumer, partitions)) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          take(record, System.currentTimeMillis());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    return Stream.of(alertTopic, scoreTopic)
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private static boolean isBehind(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    return partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each));
  }

  private void take(ConsumerRecord<byte[], byte[]> record, long now) throws IOException {
    if (record.value() == null) {
      return;
    }
    if (record.topic().equals(alertTopic)) {
      HotLeadAlert alert = HotLeadAlert.getDecoder().decode(record.value());
      if (alert.getType() == AlertType.RAISED) {
        count(alert.getRecordedAt(), now, alerts);
      }
    } else {
      Instant recordedAt = LeadScore.getDecoder().decode(record.value()).getRecordedAt();
      Instant before = accountedFor.put(ByteBuffer.wrap(record.key()), recordedAt);
      if (before == null || recordedAt.isAfter(before)) {
        count(recordedAt, now, scores);
      }
    }
  }

  private void count(Instant recordedAt, long now, Delays delays) {
    if (recordedAt.toEpochMilli() >= since) {
      delays.add(now - recordedAt.toEpochMilli());
    }
  }
}
