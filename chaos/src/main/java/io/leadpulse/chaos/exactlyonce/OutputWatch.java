package io.leadpulse.chaos.exactlyonce;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads what the job commits, while everything breaks around it. */
final class OutputWatch implements AutoCloseable {
  private static final int MOST_SILENCES = 20;

  private final TopicReader<LeadScore> scores;
  private final TopicReader<HotLeadAlert> alerts;
  private final Seen seen = new Seen();
  private final AtomicLong newest = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final Thread readingScores;
  private final Thread readingAlerts;

  /** Begins to read. */
  OutputWatch(String bootstrap, String prefix) {
    scores = reader(bootstrap, prefix, Topics.LEAD_SCORE);
    alerts = reader(bootstrap, prefix, Topics.HOT_LEAD_ALERT);
    readingScores = start("scores", () -> scores.follow(this::score));
    readingAlerts = start("alerts", () -> alerts.follow(this::alert));
  }

  private static <T extends SpecificRecord> TopicReader<T> reader(
      String bootstrap, String prefix, Subject<T> subject) {
    return new TopicReader<>(bootstrap, prefix, subject, Limits.RESULT, notice -> {});
  }

  private Thread start(String name, Runnable reading) {
    Thread thread = new Thread(() -> read(reading), "read-" + name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** A reader gives up a broker that is silent for 20 s; on a busy machine it may just start. */
  private void read(Runnable reading) {
    int silences = 0;
    while (true) {
      try {
        reading.run();
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

  private void score(TopicRecord<LeadScore> row) {
    LeadScore value = row.value();
    if (value != null) {
      synchronized (seen) {
        seen.row(value);
      }
    }
    rows.incrementAndGet();
    newest.accumulateAndGet(row.timestamp(), Math::max);
  }

  private void alert(TopicRecord<HotLeadAlert> alert) {
    synchronized (seen) {
      seen.alert(alert);
    }
    newest.accumulateAndGet(alert.timestamp(), Math::max);
  }

  /** When the broker got the newest record that was seen committed, epoch milliseconds. */
  long newestMillis() {
    RuntimeException why = failure.get();
    if (why != null) {
      throw why;
    }
    return newest.get();
  }

  /** Rows so far. */
  long rows() {
    return rows.get();
  }

  /** All that was committed by now; ends the reading. */
  Seen finish() throws InterruptedException {
    scores.finish();
    alerts.finish();
    readingScores.join();
    readingAlerts.join();
    newestMillis();
    if (scores.unreadable() + alerts.unreadable() > 0) {
      seen.anomaly("records that cannot be read");
    }
    return seen;
  }

  @Override
  public void close() {
    scores.stop();
    alerts.stop();
  }
}
