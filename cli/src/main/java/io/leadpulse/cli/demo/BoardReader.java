package io.leadpulse.cli.demo;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Follows scores and alerts as any customer would, committed ones only, and keeps the board. */
final class BoardReader {
  private static final Duration POLL = Duration.ofMillis(100);

  private final ScoreBoard board;
  private final String prefix;
  private final InstantSource clock;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final RecordDecoder<LeadScoreKey> keys =
      new RecordDecoder<>(Topics.LEAD_SCORE_KEY, Limits.RESULT);
  private final RecordDecoder<LeadScore> scores =
      new RecordDecoder<>(Topics.LEAD_SCORE, Limits.RESULT);
  private final RecordDecoder<HotLeadAlert> alerts =
      new RecordDecoder<>(Topics.HOT_LEAD_ALERT, Limits.RESULT);
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile boolean ending;

  private BoardReader(ScoreBoard board, String bootstrap, String prefix, InstantSource clock) {
    this.board = board;
    this.prefix = prefix;
    this.clock = clock;
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    consumer = new KafkaConsumer<>(settings(bootstrap), bytes, bytes);
    partitions =
        List.<Subject<?>>of(Topics.LEAD_SCORE, Topics.HOT_LEAD_ALERT).stream()
            .flatMap(subject -> consumer.partitionsFor(subject.topic(prefix)).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
  }

  /** Begins to read, in a thread of its own. */
  static BoardReader start(ScoreBoard board, String bootstrap, String prefix, InstantSource clock) {
    BoardReader reader = new BoardReader(board, bootstrap, prefix, clock);
    Thread thread = new Thread(reader::run, "score-board");
    thread.setDaemon(true);
    thread.start();
    return reader;
  }

  /** Reads on to what is committed now, and ends. */
  void finish() {
    ending = true;
    try {
      end.join();
    } catch (CompletionException e) {
      throw CliException.failure("the scores could not be read: " + e.getCause(), e);
    }
  }

  private void run() {
    try (consumer) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!ending) {
        poll();
      }
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        poll();
      }
      end.complete(null);
    } catch (RuntimeException e) {
      end.completeExceptionally(e);
    }
  }

  private void poll() {
    String alertTopic = Topics.HOT_LEAD_ALERT.topic(prefix);
    Iterable<ConsumerRecord<byte[], byte[]>> batch = consumer.poll(POLL);
    long now = clock.millis();
    for (ConsumerRecord<byte[], byte[]> message : batch) {
      if (message.topic().equals(alertTopic)) {
        board.alert(read(alerts, message.value()));
      } else {
        byte @Nullable [] value = message.value();
        board.score(read(keys, message.key()), value == null ? null : read(scores, value), now);
      }
    }
  }

  private static <T extends SpecificRecord> T read(RecordDecoder<T> decoder, byte[] record) {
    Decoded<T> decoded = decoder.decode(record);
    if (decoded instanceof Decoded.Value<T> value) {
      return value.value();
    }
    throw new IllegalStateException("Leadpulse wrote what it cannot read: " + decoded);
  }

  private static Map<String, Object> settings(String bootstrap) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        "read_committed",
        // Else the broker gathers for up to half a second, and the latency would be its own.
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        100);
  }
}
