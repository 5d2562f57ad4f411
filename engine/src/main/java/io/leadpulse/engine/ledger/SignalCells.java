package io.leadpulse.engine.ledger;

import java.util.Arrays;

/**
 * Signals in one growing array, one behind the other and ascending: of each a head, its hours as
 * (hour, count), and its intervals as (key, first, last). A signal is named by its place, which
 * holds until something before it grows or shrinks.
 */
final class SignalCells {
  /** From this many signals on they are found by their places; below, by a walk. */
  static final int INDEXED_FROM = 64;

  private static final int HOURS = 1;
  private static final int INTERVALS = 2;
  private static final int HEAD = 3;
  private static final int HOUR_CELLS = 2;
  private static final int COUNT = 1;
  private static final int INTERVAL_CELLS = 4;
  private static final int FIRST = 2;
  private static final int LAST = 3;
  private static final int[] NONE = {};
  private static final int ROOM = 16;

  private final Places places = new Places();
  private int[] values = NONE;
  private int length;
  private int size;

  /** The place of the signal that was looked for last: mostly it is the one of the next touch. */
  private int lastPlace;

  /** The number of signals. */
  int size() {
    return size;
  }

  /** The number of cells in use. */
  int length() {
    return length;
  }

  /** The place of the first signal, {@link Ledger#END} if there is none. */
  int first() {
    return size == 0 ? Ledger.END : 0;
  }

  /** The place of the signal after the one at a place. */
  int next(int at) {
    int next = end(at);
    return next == length ? Ledger.END : next;
  }

  /** The place of a signal, {@link Ledger#END} if it is not there. */
  int find(int signal) {
    int at = from(signal);
    return at < length && values[at] == signal ? at : Ledger.END;
  }

  int signal(int at) {
    return values[at];
  }

  int hourCount(int at) {
    return values[at + HOURS];
  }

  int hour(int at, int i) {
    return values[at + HEAD + i * HOUR_CELLS];
  }

  int count(int at, int i) {
    return values[at + HEAD + i * HOUR_CELLS + COUNT];
  }

  int intervalCount(int at) {
    return values[at + INTERVALS];
  }

  long key(int at, int i) {
    int cell = interval(at, i);
    return (values[cell] & 0xFFFF_FFFFL) | ((long) values[cell + 1] << Integer.SIZE);
  }

  int firstHour(int at, int i) {
    return values[interval(at, i) + FIRST];
  }

  int lastHour(int at, int i) {
    return values[interval(at, i) + LAST];
  }

  /** The first interval of a signal whose key is not below one. */
  int lowerBound(int at, long key) {
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

  /** The place of a signal, which is made if it has none. */
  int place(int signal) {
    int at = from(signal);
    lastPlace = at;
    if (at == length || values[at] != signal) {
      open(at, HEAD);
      if (!places.isEmpty()) {
        places.insert(at, HEAD);
      }
      values[at] = signal;
      values[at + HOURS] = 0;
      values[at + INTERVALS] = 0;
      size++;
    }
    return at;
  }

  /** Puts a signal behind all others, with room for as many hours and intervals. */
  int append(int signal, int hours, int intervals) {
    int at = length;
    places.clear();
    open(at, HEAD + hours * HOUR_CELLS + intervals * INTERVAL_CELLS);
    values[at] = signal;
    values[at + HOURS] = hours;
    values[at + INTERVALS] = intervals;
    size++;
    return at;
  }

  /** Makes room for an hour; its content is undefined. */
  void openHour(int at, int i) {
    open(at + HEAD + i * HOUR_CELLS, HOUR_CELLS);
    places.stretch(at, HOUR_CELLS);
    values[at + HOURS]++;
  }

  void closeHour(int at, int i) {
    close(at, at + HEAD + i * HOUR_CELLS, HOUR_CELLS);
    values[at + HOURS]--;
  }

  /** Makes room for an interval; its content is undefined. */
  void openInterval(int at, int i) {
    open(interval(at, i), INTERVAL_CELLS);
    places.stretch(at, INTERVAL_CELLS);
    values[at + INTERVALS]++;
  }

  void closeIntervals(int at, int i, int count) {
    close(at, interval(at, i), count * INTERVAL_CELLS);
    values[at + INTERVALS] -= count;
  }

  /** Takes a signal out that has neither hours nor intervals any more. */
  void dropIfEmpty(int at) {
    if (hourCount(at) == 0 && intervalCount(at) == 0) {
      close(at, at, HEAD);
      places.clear();
      size--;
      lastPlace = 0;
    }
  }

  void setHour(int at, int i, int hour, int count) {
    int cell = at + HEAD + i * HOUR_CELLS;
    values[cell] = hour;
    values[cell + COUNT] = count;
  }

  void setCount(int at, int i, int count) {
    values[at + HEAD + i * HOUR_CELLS + COUNT] = count;
  }

  void setInterval(int at, int i, long key, int first, int last) {
    int cell = interval(at, i);
    values[cell] = (int) key;
    values[cell + 1] = (int) (key >>> Integer.SIZE);
    values[cell + FIRST] = first;
    values[cell + LAST] = last;
  }

  /** Makes room for so many cells, and no more: a stored ledger is mostly read. */
  void reserve(int cells) {
    if (values.length < cells) {
      values = Arrays.copyOf(values, cells);
    }
  }

  void clear() {
    length = 0;
    size = 0;
    lastPlace = 0;
    places.clear();
  }

  /** Forgets hours with a count before one hour, and intervals that ended before another. */
  void prune(int hoursFrom, int intervalsFrom) {
    int to = 0;
    int end;
    int all = length;
    clear();
    for (int at = 0; at < all; at = end) {
      end = end(at);
      int kept = keep(at, to, hoursFrom, intervalsFrom);
      if (kept > HEAD) {
        to += kept;
        size++;
      }
    }
    length = to;
  }

  /** Moves what is to be kept of a signal down; returns how many cells that is. */
  private int keep(int at, int to, int hoursFrom, int intervalsFrom) {
    int hours = hourCount(at);
    int intervals = intervalCount(at);
    int interval = interval(at, 0);
    int drop = 0;
    while (drop < hours && hour(at, drop) < hoursFrom) {
      drop++;
    }
    int kept = hours - drop;
    values[to] = signal(at);
    values[to + HOURS] = kept;
    move(at + HEAD + drop * HOUR_CELLS, to + HEAD, kept * HOUR_CELLS);
    int cells = HEAD + kept * HOUR_CELLS;
    int keptIntervals = 0;
    for (int i = 0; i < intervals; i++) {
      if (values[interval + i * INTERVAL_CELLS + LAST] >= intervalsFrom) {
        move(interval + i * INTERVAL_CELLS, to + cells, INTERVAL_CELLS);
        cells += INTERVAL_CELLS;
        keptIntervals++;
      }
    }
    values[to + INTERVALS] = keptIntervals;
    return cells;
  }

  private void move(int from, int to, int count) {
    if (from != to) {
      System.arraycopy(values, from, values, to, count);
    }
  }

  /** The bytes that this holds on the heap, about. */
  int footprint() {
    return 24 + 24 + 16 + values.length * Integer.BYTES + places.footprint();
  }

  /** The place of the first signal that is not before this one. */
  private int from(int signal) {
    int last = lastPlace;
    if (last < length && values[last] == signal) {
      return last;
    }
    if (size >= INDEXED_FROM) {
      return indexed().from(values, length, signal);
    }
    int at = 0;
    while (at < length && values[at] < signal) {
      at = end(at);
    }
    return at;
  }

  private Places indexed() {
    if (places.isEmpty()) {
      for (int at = first(); at != Ledger.END; at = next(at)) {
        places.append(at);
      }
    }
    return places;
  }

  private int end(int at) {
    return interval(at, intervalCount(at));
  }

  private int interval(int at, int i) {
    return at + HEAD + hourCount(at) * HOUR_CELLS + i * INTERVAL_CELLS;
  }

  private void open(int at, int gap) {
    if (length + gap > values.length) {
      values = Arrays.copyOf(values, length + Math.max(gap, ROOM + (length >> 2)));
    }
    System.arraycopy(values, at, values, at + gap, length - at);
    length += gap;
  }

  private void close(int signal, int at, int gap) {
    System.arraycopy(values, at + gap, values, at, length - at - gap);
    length -= gap;
    places.stretch(signal, -gap);
    lastPlace = signal;
  }
}
