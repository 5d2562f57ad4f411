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

  // A signal is a head, its hours as (hour, count), and its intervals as (key, first, last).
  private static final int HOURS = 1;
  private static final int INTERVALS = 2;
  private static final int HEAD = 3;
  private static final int HOUR_CELLS = 2;
  private static final int COUNT = 1;
  private static final int INTERVAL_CELLS = 4;
  private static final int FIRST = 2;
  private static final int LAST = 3;

  /** From this many signals on they are found by their places; below, by a walk. */
  static final int INDEXED_FROM = 64;

  private final Cells cells = new Cells();
  private final Places places = new Places();
  private int size;
  private int latestHour = Integer.MIN_VALUE;

  /** The place of the signal that was looked for last: mostly it is the one of the next touch. */
  private int lastPlace;

  /** The number of signals with a touch. */
  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** The place of the first signal, {@link #END} if there is none; signals ascend by hash. */
  public int first() {
    return size == 0 ? END : 0;
  }

  /** The place of the signal after the one at a place. */
  public int next(int at) {
    int next = end(at);
    return next == cells.length ? END : next;
  }

  /** The place of a signal, {@link #END} if it has no touch. */
  public int find(int signal) {
    int at = from(signal);
    return at < cells.length && cells.values[at] == signal ? at : END;
  }

  /** The hash of the id of the signal at a place. */
  public int signal(int at) {
    return cells.values[at];
  }

  /** The number of hours with a count. */
  public int hourCount(int at) {
    return cells.values[at + HOURS];
  }

  /** The {@code i}-th hour, ascending, in hours since the epoch. */
  public int hour(int at, int i) {
    return cells.values[at + HEAD + i * HOUR_CELLS];
  }

  /** The touches in the {@code i}-th hour, 1 to {@link #MAX_COUNT}. */
  public int count(int at, int i) {
    return cells.values[at + HEAD + i * HOUR_CELLS + COUNT];
  }

  /** The number of key intervals. */
  public int intervalCount(int at) {
    return cells.values[at + INTERVALS];
  }

  /** The key of interval {@code i}; intervals ascend by key, then by hour. */
  public long key(int at, int i) {
    return keyOf(interval(at, i));
  }

  /** The hour that counts for interval {@code i}. */
  public int firstHour(int at, int i) {
    return cells.values[interval(at, i) + FIRST];
  }

  /** The latest hour in which interval {@code i}'s key was met. */
  public int lastHour(int at, int i) {
    return cells.values[interval(at, i) + LAST];
  }

  /** The latest hour with a touch, or {@link Integer#MIN_VALUE} if there is none. */
  public int latestHour() {
    return latestHour;
  }

  /** The bytes that this holds on the heap, about. */
  public int footprint() {
    return 24 + 24 + 24 + 16 + cells.values.length * Integer.BYTES + places.footprint();
  }

  /** The cells that {@link #reserve} needs for a ledger like this one. */
  public int cellCount() {
    return cells.length;
  }

  /** Counts touches of a signal without a natural key. */
  public void add(int signal, int hour, int count) {
    int at = place(signal);
    int hours = hourCount(at);
    int i = hours;
    while (i > 0 && hour(at, i - 1) > hour) {
      i--;
    }
    latestHour = Math.max(latestHour, hour);
    if (i > 0 && hour(at, i - 1) == hour) {
      int cell = at + HEAD + (i - 1) * HOUR_CELLS + COUNT;
      cells.values[cell] = (int) Math.min((long) cells.values[cell] + count, MAX_COUNT);
      return;
    }
    cells.open(at + HEAD + i * HOUR_CELLS, HOUR_CELLS);
    places.stretch(at, HOUR_CELLS);
    cells.values[at + HOURS] = hours + 1;
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
    latestHour = Math.max(latestHour, last);
    int at = place(signal);
    int i = lowerBound(at, key);
    int count = intervalCount(at);
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
      cells.open(interval(at, i), INTERVAL_CELLS);
    } else {
      cells.close(interval(at, i + 1), (end - i - 1) * INTERVAL_CELLS);
    }
    places.stretch(at, (1 - (end - i)) * INTERVAL_CELLS);
    cells.values[at + INTERVALS] = count + 1 - (end - i);
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
      restoreHour(at, i, hour, left);
    } else {
      close(at, at + HEAD + i * HOUR_CELLS, HOUR_CELLS);
      setCount(at, HOURS, hours - 1);
    }
  }

  /** Takes back a natural key of a signal, whenever it was met. */
  public void removeKey(int signal, long key) {
    int at = find(signal);
    int first = at == END ? 0 : lowerBound(at, key);
    int count = at == END ? 0 : intervalCount(at);
    int end = first;
    while (end < count && key(at, end) == key) {
      end++;
    }
    if (end > first) {
      close(at, interval(at, first), (end - first) * INTERVAL_CELLS);
      setCount(at, INTERVALS, count - (end - first));
    }
  }

  /** Whether a natural key of a signal was met. */
  public boolean hasKey(int signal, long key) {
    int at = find(signal);
    int i = at == END ? 0 : lowerBound(at, key);
    return at != END && i < intervalCount(at) && key(at, i) == key;
  }

  /** Adds the hours of a natural key from another ledger. */
  public void addKey(Ledger other, int signal, long key, int gapHours) {
    int at = other.find(signal);
    if (at == END) {
      return;
    }
    for (int i = other.lowerBound(at, key);
        i < other.intervalCount(at) && other.key(at, i) == key;
        i++) {
      addInterval(signal, key, other.firstHour(at, i), other.lastHour(at, i), gapHours);
    }
  }

  private void close(int at, int cell, int length) {
    cells.close(cell, length);
    places.stretch(at, -length);
  }

  /** Sets a signal's count of hours or intervals; without any of both the signal goes. */
  private void setCount(int at, int field, int left) {
    cells.values[at + field] = left;
    if (hourCount(at) == 0 && intervalCount(at) == 0) {
      cells.close(at, HEAD);
      places.clear();
      size--;
      lastPlace = 0;
    }
    latestHour = findLatestHour();
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
    int at = cells.length;
    places.clear();
    cells.open(at, HEAD + hours * HOUR_CELLS + intervals * INTERVAL_CELLS);
    cells.values[at] = signal;
    cells.values[at + HOURS] = hours;
    cells.values[at + INTERVALS] = intervals;
    size++;
    return at;
  }

  /** Puts back the {@code i}-th hour of a restored signal. */
  public void restoreHour(int at, int i, int hour, int count) {
    int cell = at + HEAD + i * HOUR_CELLS;
    cells.values[cell] = hour;
    cells.values[cell + COUNT] = count;
    latestHour = Math.max(latestHour, hour);
  }

  /** Puts back the {@code i}-th interval of a restored signal. */
  public void restoreInterval(int at, int i, long key, int first, int last) {
    int cell = interval(at, i);
    cells.values[cell] = (int) key;
    cells.values[cell + 1] = (int) (key >>> Integer.SIZE);
    cells.values[cell + FIRST] = first;
    cells.values[cell + LAST] = last;
    latestHour = Math.max(latestHour, last);
  }

  /** Forgets everything. */
  public void clear() {
    cells.length = 0;
    places.clear();
    size = 0;
    lastPlace = 0;
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
    int to = 0;
    int end;
    lastPlace = 0;
    places.clear();
    size = 0;
    latestHour = Integer.MIN_VALUE;
    for (int at = 0; at < cells.length; at = end) {
      end = end(at);
      int kept = keep(at, to, hour - horizonHours, hour - 2 * horizonHours);
      if (kept > HEAD) {
        to += kept;
        size++;
      }
    }
    cells.length = to;
  }

  /** Moves what is to be kept of a signal down; returns how many cells that is. */
  private int keep(int at, int to, int countsFrom, int keysFrom) {
    int hours = hourCount(at);
    int intervals = intervalCount(at);
    int interval = interval(at, 0);
    int drop = 0;
    while (drop < hours && hour(at, drop) < countsFrom) {
      drop++;
    }
    int kept = hours - drop;
    if (kept > 0) {
      latestHour = Math.max(latestHour, hour(at, hours - 1));
    }
    cells.values[to] = signal(at);
    cells.values[to + HOURS] = kept;
    cells.move(at + HEAD + drop * HOUR_CELLS, to + HEAD, kept * HOUR_CELLS);
    int length = HEAD + kept * HOUR_CELLS;
    int keptIntervals = 0;
    for (int i = 0; i < intervals; i++) {
      int last = cells.values[interval + i * INTERVAL_CELLS + LAST];
      if (last >= keysFrom) {
        cells.move(interval + i * INTERVAL_CELLS, to + length, INTERVAL_CELLS);
        latestHour = Math.max(latestHour, last);
        length += INTERVAL_CELLS;
        keptIntervals++;
      }
    }
    cells.values[to + INTERVALS] = keptIntervals;
    return length;
  }

  /** The place of a signal, which is made if it has none. */
  private int place(int signal) {
    int at = from(signal);
    lastPlace = at;
    if (at == cells.length || cells.values[at] != signal) {
      cells.open(at, HEAD);
      if (!places.isEmpty()) {
        places.insert(at, HEAD);
      }
      cells.values[at] = signal;
      cells.values[at + HOURS] = 0;
      cells.values[at + INTERVALS] = 0;
      size++;
    }
    return at;
  }

  /** The place of the first signal that is not before this one. */
  private int from(int signal) {
    int last = lastPlace;
    if (last < cells.length && cells.values[last] == signal) {
      return last;
    }
    if (size >= INDEXED_FROM) {
      return indexed().from(cells, signal);
    }
    int at = 0;
    while (at < cells.length && cells.values[at] < signal) {
      at = end(at);
    }
    return at;
  }

  private Places indexed() {
    if (places.isEmpty()) {
      for (int at = first(); at != END; at = next(at)) {
        places.append(at);
      }
    }
    return places;
  }

  private int lowerBound(int at, long key) {
    int low = 0;
    int high = intervalCount(at);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (key(at, middle) < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int end(int at) {
    return interval(at, intervalCount(at));
  }

  private int interval(int at, int i) {
    return at + HEAD + hourCount(at) * HOUR_CELLS + i * INTERVAL_CELLS;
  }

  private long keyOf(int cell) {
    return (cells.values[cell] & 0xFFFF_FFFFL) | ((long) cells.values[cell + 1] << Integer.SIZE);
  }
}
