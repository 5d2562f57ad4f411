package io.leadpulse.jobs.publish;

import java.util.Iterator;
import java.util.LinkedHashMap;

/**
 * Rows that wait for the next flush; of several for one owner and scorecard the latest stays. Those
 * that have not changed for longest come first.
 *
 * @param <R> a row as it waits
 */
public final class PendingRows<R> {
  /** What a row waits since that no input caused. */
  public static final long NO_INPUT = Long.MAX_VALUE;

  /** Rows that wait at most, whatever the interval says: about half a kB each. */
  public static final int MOST = 20_000;

  private static final int CAPACITY = 16;
  private static final float LOAD = 0.75f;

  /** In the order of the last look, and every row that is looked at is replaced. */
  private final LinkedHashMap<Key, Waiting<R>> rows = new LinkedHashMap<>(CAPACITY, LOAD, true);

  /**
   * Takes a row.
   *
   * @param owner the lead or account that it is of
   * @param since Kafka time of the input that caused the row, or {@link #NO_INPUT}
   */
  public void add(String owner, String scorecard, R row, long since) {
    Key key = new Key(owner, scorecard);
    Waiting<R> waiting = rows.get(key);
    if (waiting == null) {
      rows.put(key, new Waiting<>(row, since));
    } else {
      waiting.row = row;
      waiting.since = Math.min(waiting.since, since);
    }
  }

  public int size() {
    return rows.size();
  }

  /** Hands out those that have not changed for longest, until so many wait at most. */
  public void trim(int most, Sink<R> sink) {
    while (rows.size() > most) {
      Iterator<Waiting<R>> inOrder = rows.values().iterator();
      Waiting<R> idlest = inOrder.next();
      inOrder.remove();
      sink.take(idlest.row, idlest.since);
    }
  }

  /** Hands out all rows. */
  public void drainTo(Sink<R> sink) {
    rows.values().forEach(waiting -> sink.take(waiting.row, waiting.since));
    rows.clear();
  }

  /** Takes rows out of the wait. */
  public interface Sink<R> {
    void take(R row, long since);
  }

  private record Key(String owner, String scorecard) {}

  private static final class Waiting<R> {
    R row;
    long since;

    Waiting(R row, long since) {
      this.row = row;
      this.since = since;
    }
  }
}
