package io.leadpulse.chaos.exactlyonce;

import io.leadpulse.chaos.stage.Follower;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import org.apache.avro.specific.SpecificRecord;

/** Reads what the job commits, while everything breaks around it. */
final class OutputWatch implements AutoCloseable {
  private final Seen seen = new Seen();
  private final Follower<LeadScore> scores;
  private final Follower<HotLeadAlert> alerts;

  /** Begins to read. */
  OutputWatch(String bootstrap, String prefix) {
    scores = new Follower<>(reader(bootstrap, prefix, Topics.LEAD_SCORE), this::score);
    alerts = new Follower<>(reader(bootstrap, prefix, Topics.HOT_LEAD_ALERT), this::alert);
  }

  private static <T extends SpecificRecord> TopicReader<T> reader(
      String bootstrap, String prefix, Subject<T> subject) {
    return new TopicReader<>(bootstrap, prefix, subject, Limits.RESULT, notice -> {});
  }

  private void score(TopicRecord<LeadScore> row) {
    LeadScore value = row.value();
    if (value != null) {
      synchronized (seen) {
        seen.row(value);
      }
    }
  }

  private void alert(TopicRecord<HotLeadAlert> alert) {
    synchronized (seen) {
      seen.alert(alert);
    }
  }

  /** When the broker got the newest record that was seen committed, epoch milliseconds. */
  long newestMillis() {
    return Math.max(scores.newestMillis(), alerts.newestMillis());
  }

  /** Rows so far. */
  long rows() {
    return scores.count();
  }

  /** All that was committed by now; ends the reading. */
  Seen finish() throws InterruptedException {
    scores.finish();
    alerts.finish();
    if (scores.unreadable() + alerts.unreadable() > 0) {
      seen.anomaly("records that cannot be read");
    }
    return seen;
  }

  @Override
  public void close() {
    scores.close();
    alerts.close();
  }
}
