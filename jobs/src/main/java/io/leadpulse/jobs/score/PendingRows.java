package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.jobs.record.OutputRecord;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rows that wait for the next flush; of several for one lead and scorecard the latest stays. Those
 * that have not changed for longest come first.
 */
final class PendingRows {
  /** What a row waits since that no input caused. */
  static final long NO_INPUT = Long.MAX_VALUE;

  private final Map<Key, Waiting> rows = new LinkedHashMap<>();

  /**
   * Takes a row as it will be written: an array lives cheaper than all that it was made of.
   *
   * @param since Kafka time of the input that caused the row, or {@link #NO_INPUT}
   */
  void add(ScoreRow row, OutputRecord written, long since) {
    Key key = new Key(row.leadId(), row.scorecard());
    Waiting earlier = rows.remove(key);
    long earliest = earlier == null ? since : Math.min(since, earlier.since());
    rows.put(key, new Waiting(written, earliest));
  }

  int size() {
    return rows.size();
  }

  /** Hands out the row that has not changed for longest; there has to be one. */
  void takeIdlest(Sink sink) {
    Iterator<Waiting> inOrder = rows.values().iterator();
    Waiting idlest = inOrder.next();
    inOrder.remove();
    sink.take(idlest.row(), idlest.since());
  }

  /** Hands out all rows. */
  void drainTo(Sink sink) {
    rows.values().forEach(waiting -> sink.take(waiting.row(), waiting.since()));
    rows.clear();
  }

  /** Takes rows out of the wait. */
  interface Sink {
    void take(OutputRecord row, long since);
  }

  private record Key(String leadId, String scorecard) {}

  private record Waiting(OutputRecord row, long since) {}
}
