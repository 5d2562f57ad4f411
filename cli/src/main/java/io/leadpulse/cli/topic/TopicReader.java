package io.leadpulse.cli.topic;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;

/**
 * Reads one topic from its beginning: to what is its end now, then on as more comes. Hands over
 * committed records only, those of one partition in order. A record that cannot be read is told,
 * counted and left out. For one thread, except {@link #stop} and {@link #finish}.
 */
public final class TopicReader<T extends SpecificRecord> implements AutoCloseable {
  private final TopicLog log;
  private final RecordDecoder<T> decoder;
  private final Unreadable unreadable;

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
    String topic = subject.topic(topicPrefix);
    decoder = format.decoder(subject, limits);
    unreadable = new Unreadable(topic, notices);
    Properties client = new Properties();
    client.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    log = new TopicLog(client, topic, IsolationLevel.READ_COMMITTED, notices);
  }

  /**
   * Hands over what is there, up to the end of what was committed when this was called, and
   * returns. Returns early once stopped.
   */
  public void readToEnd(Consumer<TopicRecord<T>> sink) {
    log.readToEnd(message -> hand(message, sink));
    unreadable.sumUp();
  }

  /** Hands over what is not read yet and all that comes, until stopped or to be finished. */
  public void follow(Consumer<TopicRecord<T>> sink) {
    log.follow(message -> hand(message, sink));
    unreadable.sumUp();
  }

  /** Makes {@link #follow} return once it has read what is committed by then. From any thread. */
  public void finish() {
    log.finish();
  }

  /** Makes a reading return soon and later ones at once. From any thread. */
  public void stop() {
    log.stop();
  }

  public boolean isStopped() {
    return log.isStopped();
  }

  /** Records so far that could not be read. */
  public long unreadable() {
    return unreadable.count();
  }

  @Override
  public void close() {
    unreadable.sumUp();
    log.close();
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
}
