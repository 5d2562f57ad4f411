package io.leadpulse.cli.topic;

import io.leadpulse.cli.terminal.CliException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads one topic from its beginning as the bytes that Kafka has: to what is its end now, then on
 * as more comes. Hands over the records of one partition in order. For one thread, except {@link
 * #stop} and {@link #finish}.
 */
public final class TopicLog implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String topic;
  private final String bootstrapServers;
  private final Consumer<String> notices;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private long heardAt = System.nanoTime();
  private volatile boolean finishing;
  private volatile boolean stopped;

  /**
   * Opens a topic at its beginning, with the partitions that it has now.
   *
   * @param client properties of every client, {@code bootstrap.servers} among them
   * @param topic with its prefix
   * @param isolation whether what was never committed is handed over too
   * @param notices takes lines for the user: progress of a long reading
   * @throws CliException if there is no such topic
   */
  public TopicLog(
      Properties client, String topic, IsolationLevel isolation, Consumer<String> notices) {
    this.topic = topic;
    this.notices = notices;
    bootstrapServers = client.getProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    consumer = new KafkaConsumer<>(settings(client, isolation), bytes, bytes);
    try {
      partitions = partitions();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /**
   * Hands over what is there, up to the end when this was called, and returns. Returns early once
   * stopped.
   */
  public void readToEnd(Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    untilStopped(
        () -> {
          Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
          long left = left(ends);
          ReadProgress progress = new ReadProgress(topic, left, System::nanoTime, notices);
          while (left > 0 && !stopped) {
            poll(sink);
            left = left(ends);
            progress.at(left);
          }
        });
  }

  /** Hands over what is not read yet and all that comes, until stopped or to be finished. */
  public void follow(Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    untilStopped(
        () -> {
          while (!stopped && !finishing) {
            poll(sink);
          }
        });
    if (finishing) {
      readToEnd(sink);
    }
  }

  /** Makes {@link #follow} return once it has read what is there by then. From any thread. */
  public void finish() {
    finishing = true;
  }

  /** Makes a reading return soon and later ones at once. From any thread. */
  public void stop() {
    stopped = true;
    consumer.wakeup();
  }

  public boolean isStopped() {
    return stopped;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void untilStopped(Runnable reading) {
    try {
      reading.run();
    } catch (WakeupException e) {
      stopped = true;
    }
  }

  private void poll(Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    ConsumerRecords<byte[], byte[]> batch = consumer.poll(POLL);
    listen(batch.isEmpty());
    batch.forEach(sink);
  }

  /** A poll never says that the broker is gone; after a long silence this asks. */
  private void listen(boolean silent) {
    if (silent && System.nanoTime() - heardAt < PATIENCE.toNanos()) {
      return;
    }
    if (silent) {
      try {
        consumer.endOffsets(partitions, PATIENCE);
      } catch (TimeoutException e) {
        throw CliException.failure("Kafka at %s answers no more".formatted(bootstrapServers), e);
      }
    }
    heardAt = System.nanoTime();
  }

  private long left(Map<TopicPartition, Long> ends) {
    long left = 0;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      left += Math.max(0, end.getValue() - consumer.position(end.getKey()));
    }
    return left;
  }

  private List<TopicPartition> partitions() {
    List<PartitionInfo> found = consumer.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw CliException.failure(
          "Kafka at %s has no topic %s; start a stack with `leadpulse up`, or set"
                  .formatted(bootstrapServers, topic)
              + " LEADPULSE_TOPIC_PREFIX to what its topics begin with");
    }
    return found.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
  }

  static Properties settings(Properties client, IsolationLevel isolation) {
    Properties settings = new Properties();
    settings.putAll(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.name().toLowerCase(Locale.ROOT));
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // What retention deletes under a reader is skipped, not an end.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    return settings;
  }
}
