package io.leadpulse.chaos.stage;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.cli.topic.TopicRecord;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads what comes to a topic in a thread of its own, while everything breaks around it. */
public final class Follower<T extends SpecificRecord> implements AutoCloseable {
  private static final int MOST_SILENCES = 20;

  private final TopicReader<T> reader;
  private final Consumer<TopicRecord<T>> sink;
  private final AtomicLong newest = new AtomicLong();
  private final AtomicLong count = new AtomicLong();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final Thread reading;

  /**
   * Begins to read.
   *
   * @param reader at the beginning of the topic
   * @param sink takes the records, in the other thread
   */
  public Follower(TopicReader<T> reader, Consumer<TopicRecord<T>> sink) {
    this.reader = reader;
    this.sink = sink;
    reading = new Thread(this::read, "follower");
    reading.setDaemon(true);
    reading.start();
  }

  /** A reader gives up a broker that is silent for 20 s; on a busy machine it may just start. */
  private void read() {
    int silences = 0;
    while (true) {
      try {
        reader.follow(this::take);
        return;
      } catch (CliException silence) {
        silences++;
        if (silences == MOST_SILENCES) {
          failure.compareAndSet(null, silence);
          return;
        }
      } catch (RuntimeException e) {
        failure.compareAndSet(null, e);
        return;
      }
    }
  }

  private void take(TopicRecord<T> message) {
    sink.accept(message);
    count.incrementAndGet();
    newest.accumulateAndGet(message.timestamp(), Math::max);
  }

  /**
   * When the broker got the newest record that was seen committed, epoch milliseconds.
   *
   * @throws RuntimeException if the reading has failed
   */
  public long newestMillis() {
    RuntimeException why = failure.get();
    if (why != null) {
      throw why;
    }
    return newest.get();
  }

  /** Records so far. */
  public long count() {
    return count.get();
  }

  /** Records so far that could not be read. */
  public long unreadable() {
    return reader.unreadable();
  }

  /** Reads all that was committed by now, and ends. */
  public void finish() throws InterruptedException {
    reader.finish();
    reading.join();
    newestMillis();
  }

  @Override
  public void close() {
    reader.stop();
  }
}
