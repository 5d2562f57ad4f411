package io.leadpulse.cli.topic;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads one topic from its beginning: to what is its end now, then on as more comes. Hands over
 * committed records only, those of one partition in order. A record that cannot be read is told,
 * counted and left out. For one thread, except {@link #stop} and {@link #finish}.
 */
public final class TopicReader<T extends SpecificRecord> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String topic;
  private final String bootstrapServers;
  private final RecordDecoder<T> decoder;
  private final Consumer<String> notices;
  private final Unreadable unreadable;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private long heardAt = System.nanoTime();
  private volatile boolean finishing;
  private volatile boolean stopped;

  /** The same for a stack without a schema registry. */
  public TopicReader(
      String bootstrapServers,
      String topicPrefix,
      Subject<T> subject,
      Limits limits,
      Consumer<String> notices) {
    this(bootstrapServers, topicPrefix, RecordFormat.singleObject(), subject, limits, notices);
  }

  /**
   * Opens a topic at its beginning, with the partitions that it has now.
   *
   * @param topicPrefix the installation's, with its dot
   * @param format of its records
   * @param limits of one record
   * @param notices takes lines for the user: progress of a long reading, records left out
   * @throws CliException if there is no such topic
   */
  public TopicReader(
      String bootstrapServers,
      String topicPrefix,
      RecordFormat format,
      Subject<T> subject,
      Limits limits,
      Consumer<String> notices) {
    topic = subject.topic(topicPrefix);
    this.bootstrapServers = bootstrapServers;
    this.notices = notices;
    decoder = format.decoder(subject, limits);
    unreadable = new Unreadable(topic, notices);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    consumer = new KafkaConsumer<>(settings(bootstrapServers), bytes, bytes);
    try {
      partitions = partitions(consumer, topic, bootstrapServers);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /**
   * Hands over what is there, up to the end of what was committed when this was called, and
   * returns. Returns early once stopped.
   */
  public void readToEnd(Consumer<TopicRecord<T>> sink) {
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
    unreadable.sumUp();
  }

  /** Hands over what is not read yet and all that comes, until stopped or to be finished. */
  public void follow(Consumer<TopicRecord<T>> sink) {
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

  /** Makes {@link #follow} return once it has read what is committed by then. From any thread. */
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

  /** Records so far that could not be read. */
  public long unreadable() {
    return unreadable.count();
  }

  @Override
  public void close() {
    unreadable.sumUp();
    consumer.close();
  }

  private void untilStopped(Runnable reading) {
    try {
      reading.run();
    } catch (WakeupException e) {
      stopped = true;
    }
  }

  private void poll(Consumer<TopicRecord<T>> sink) {
    ConsumerRecords<byte[], byte[]> batch = consumer.poll(POLL);
    listen(batch.isEmpty());
    batch.forEach(message -> hand(message, sink));
  }

  private void hand(ConsumerRecord<byte[], byte[]> message, Consumer<TopicRecord<T>> sink) {
    T value = null;
    if (message.value() != null) {
      Decoded<T> decoded = decoder.decode(message.value());
      if (decoded instanceof Decoded.Failure<T> failure) {
        unreadable.add(message.partition(), message.offset(), failure);
        return;
      }
      value = ((Decoded.Value<T>) decoded).value();
    }
    sink.accept(
        new TopicRecord<>(
            message.partition(), message.offset(), message.timestamp(), message.key(), value));
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

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic, String bootstrapServers) {
    List<PartitionInfo> found = consumer.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw CliException.failure(
          "Kafka at %s has no topic %s; start a stack with `leadpulse up`, or set"
                  .formatted(bootstrapServers, topic)
              + " LEADPULSE_TOPIC_PREFIX to what its topics begin with");
    }
    return found.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
  }

  private static Map<String, Object> settings(String bootstrapServers) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        "read_committed",
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
        false,
        // What retention deletes under a reader is skipped, not an end.
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        5_000);
  }
}
