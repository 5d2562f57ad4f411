package io.leadpulse.engine.ledger;

/**
 * What one lead did, as counts: per signal the touches by hour, or the natural keys met.
 *
 * <p>Hours are {@code floor(epochMillis / 3 600 000)}. The content is a pure function of the set of
 * touches put in, whatever their order; the union of two ledgers is the ledger of both sets. Not
 * thread-safe.
 *
 * <p>A key is held as intervals {@code [first, last]} whose neighbours lie more than the model's
 * horizon apart; only an interval's first hour counts. Any order of arrival leads to the same
 * intervals, and what is older than twice the horizon can be forgotten without a trace.
 *
 * <p>All of it lies in one array, signal after signal, since a lead is read far more often than it
 * grows and every object costs a miss of the cache. A signal is named by its place:
 *
 * <pre>{@code
 * for (int at = ledger.first(); at != Ledger.END; at = ledger.next(at)) {
 *   ... ledger.signal(at) ... ledger.hour(at, i) ...
 * }
 * }</pre>
 */
public final class Ledger {
  /** The place after the last signal. */
  public static final int END = -1;

  /** Counts stop growing here, so that sums cannot overflow. */
  public static final int MAX_COUNT = 1_000_000;

  private final SignalCells cells = new SignalCells();
  private int latestHour = Integer.MIN_VALUE;

  /** The number of signals with a touch. */
  public int size() {
    return cells.size();
  }

  public boolean isEmpty() {
    return cells.size() == 0;
  }

  /** The place of the first signal, {@link #END} if there is none; signals ascend by hash. */
  public int first() {
    return cells.first();
  }

  /** The place of the signal after the one at a place. */
  public int next(int at) {
    return cells.next(at);
  }

  /** The place of a signal, {@link #END} if it has no touch. */
  public int find(int signal) {
    return cells.find(signal);
  }

  /** The hash of the id of the signal at a place. */
  public int signal(int at) {
    return cells.signal(at);
  }

  /** The number of hours with a count. */
  public int hourCount(int at) {
    return cells.hourCount(at);
  }

  /** The {@code i}-th hour, ascending, in hours since the epoch. */
  public int hour(int at, int i) {
    return cells.hour(at, i);
  }

  /** The touches in the {@code i}-th hour, 1 to {@link #MAX_COUNT}. */
  public int count(int at, int i) {
    return cells.count(at, i);
  }

  /** The number of key intervals. */
  public int intervalCount(int at) {
    return cells.intervalCount(at);
  }

  /** The key of interval {@code i}; intervals ascend by key, then by hour. */
  public long key(int at, int i) {
    return cells.key(at, i);
  }

  /** The hour that counts for interval {@code i}. */
  public int firstHour(int at, int i) {
    return cells.firstHour(at, i);
  }

  /** The latest hour in which interval {@code i}'s key was met. */
  public int lastHour(int at, int i) {
    return cells.lastHour(at, i);
  }

  /** The latest hour with a touch, or {@link Integer#MIN_VALUE} if there is none. */
  public int latestHour() {
    return latestHour;
  }

  /** The bytes that this holds on the heap, about. */
  public int footprint() {
    return 24 + cells.footprint();
  }

  /** The cells that {@link #reserve} needs for a ledger like this one. */
  public int cellCount() {
    return cells.length();
  }

  /** Counts touches of a signal without a natural key. */
  public void add(int signal, int hour, int count) {
    int at = cells.place(signal);
    int i = cells.hourCount(at);
    while (i > 0 && cells.hour(at, i - 1) > hour) {
      i--;
    }
    if (i > 0 && cells.hour(at, i - 1) == hour) {
      long sum = (long) cells.count(at, i - 1) + count;
      cells.setCount(at, i - 1, (int) Math.min(sum, MAX_COUNT));
      return;
    }
    cells.openHour(at, i);
    restoreHour(at, i, hour, Math.min(count, MAX_COUNT));
  }

  /**
   * Counts a touch of a signal with a natural key.
   *
   * @param gapHours the model's horizon: how long a key blocks its repetition
   * @return whether this is a touch of its own, not a repetition
   */
  public boolean addKeyed(int signal, long key, int hour, int gapHours) {
    return addInterval(signal, key, hour, hour, gapHours);
  }

  /**
   * Adds a stretch of hours in which a key was met and joins what lies within the gap.
   *
   * @return whether the key was unknown around those hours: a touch of its own
   */
  public boolean addInterval(int signal, long key, int first, int last, int gapHours) {
    int at = cells.place(signal);
    int i = cells.lowerBound(at, key);
    int count = cells.intervalCount(at);
    while (i < count && key(at, i) == key && (long) lastHour(at, i) + gapHours < first) {
      i++;
    }
    int joinedFirst = first;
    int joinedLast = last;
    int end = i;
    while (end < count
        && key(at, end) == key
        && firstHour(at, end) <= (long) joinedLast + gapHours) {
      joinedFirst = Math.min(joinedFirst, firstHour(at, end));
      joinedLast = Math.max(joinedLast, lastHour(at, end));
      end++;
    }
    if (end == i) {
      cells.openInterval(at, i);
    } else {
      cells.closeIntervals(at, i + 1, end - i - 1);
    }
    restoreInterval(at, i, key, joinedFirst, joinedLast);
    return end == i;
  }

  /**
   * Takes back touches of a signal without a natural key that were added before.
   *
   * @throws IllegalStateException if that many are not there
   */
  public void remove(int signal, int hour, int count) {
    int at = find(signal);
    int hours = at == END ? 0 : hourCount(at);
    int i = 0;
    while (i < hours && hour(at, i) != hour) {
      i++;
    }
    if (i == hours || count(at, i) < count) {
      throw new IllegalStateException("touches to be taken back are not in the ledger");
    }
    int left = count(at, i) - count;
    if (left > 0) {
      cells.setCount(at, i, left);
    } else {
      cells.closeHour(at, i);
      afterRemoval(at);
    }
  }

  /** Takes back a natural key of a signal, whenever it was met. */
  public void removeKey(int signal, long key) {
    int at = find(signal);
    int first = at == END ? 0 : cells.lowerBound(at, key);
    int count = at == END ? 0 : intervalCount(at);
    int end = first;
    while (end < count && key(at, end) == key) {
      end++;
    }
    if (end > first) {
      cells.closeIntervals(at, first, end - first);
      afterRemoval(at);
    }
  }

  private void afterRemoval(int at) {
    cells.dropIfEmpty(at);
    latestHour = findLatestHour();
  }

  /** Whether a natural key of a signal was met. */
  public boolean hasKey(int signal, long key) {
    int at = find(signal);
    int i = at == END ? 0 : cells.lowerBound(at, key);
    return at != END && i < intervalCount(at) && key(at, i) == key;
  }

  /** Adds the hours of a natural key from another ledger. */
  public void addKey(Ledger other, int signal, long key, int gapHours) {
    int at = other.find(signal);
    if (at == END) {
      return;
    }
    for (int i = other.cells.lowerBound(at, key);
        i < other.intervalCount(at) && other.key(at, i) == key;
        i++) {
      addInterval(signal, key, other.firstHour(at, i), other.lastHour(at, i), gapHours);
    }
  }

  private int findLatestHour() {
    int latest = Integer.MIN_VALUE;
    for (int at = first(); at != END; at = next(at)) {
      int hours = hourCount(at);
      latest = hours > 0 ? Math.max(latest, hour(at, hours - 1)) : latest;
      for (int i = 0; i < intervalCount(at); i++) {
        latest = Math.max(latest, lastHour(at, i));
      }
    }
    return latest;
  }

  /**
   * Makes room for a ledger as it was stored.
   *
   * @param cellCount as {@link #cellCount()} told it
   */
  public void reserve(int cellCount) {
    cells.reserve(cellCount);
  }

  /**
   * Puts back a signal as it was stored, after those with a lower hash.
   *
   * @return its place, for as many hours and intervals, to be put back in their order
   */
  public int restore(int signal, int hours, int intervals) {
    return cells.append(signal, hours, intervals);
  }

  /** Puts back the {@code i}-th hour of a restored signal. */
  public void restoreHour(int at, int i, int hour, int count) {
    cells.setHour(at, i, hour, count);
    latestHour = Math.max(latestHour, hour);
  }

  /** Puts back the {@code i}-th interval of a restored signal. */
  public void restoreInterval(int at, int i, long key, int first, int last) {
    cells.setInterval(at, i, key, first, last);
    latestHour = Math.max(latestHour, last);
  }

  /** Forgets everything. */
  public void clear() {
    cells.clear();
    latestHour = Integer.MIN_VALUE;
  }

  /** Adds all of another ledger's touches to this one. */
  public void unite(Ledger other, int gapHours) {
    for (int at = other.first(); at != END; at = other.next(at)) {
      int signal = other.signal(at);
      for (int i = 0; i < other.hourCount(at); i++) {
        add(signal, other.hour(at, i), other.count(at, i));
      }
      for (int i = 0; i < other.intervalCount(at); i++) {
        addInterval(
            signal, other.key(at, i), other.firstHour(at, i), other.lastHour(at, i), gapHours);
      }
    }
  }

  /**
   * Forgets what can decide no value any more at {@code hour} or later.
   *
   * @param horizonHours of the model; keys are kept twice as long, for what they block
   */
  public void prune(int hour, int horizonHours) {
    cells.prune(hour - horizonHours, hour - 2 * horizonHours);
    latestHour = findLatestHour();
  }
}
