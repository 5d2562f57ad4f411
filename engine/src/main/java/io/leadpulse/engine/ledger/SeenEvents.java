package io.leadpulse.engine.ledger;

import java.util.Arrays;

/**
 * The events of one lead that copies may still come of: hashes of event ids, with the source and
 * the hour in which Kafka got them.
 *
 * <p>An event is forgotten once its own source has delivered a record of this lead from more than
 * the window later; a source that lags behind others loses nothing.
 *
 * <p>Events that came one after the other from one source in one hour are a run: source and hour
 * are kept once for all of them.
 */
public final class SeenEvents {
  /** From this many events on they are found by a table; below, by looking at all of them. */
  private static final int TABLE_FROM = 64;

  private static final long[] NO_HASHES = {};
  private static final int[] NO_RUNS = {};

  private static final int HOUR = 1;
  private static final int END = 2;
  private static final int RUN = 3;

  private long[] hashes = NO_HASHES;
  private int size;

  /** Source, hour, and end in {@link #hashes}, run after run. */
  private int[] runs = NO_RUNS;

  private int runCells;

  /** Places of hashes plus 1, by hash, open-addressed; empty where not needed or out of date. */
  private int[] table = NO_RUNS;

  /** The number of events remembered. */
  public int size() {
    return size;
  }

  /** The hash of the {@code i}-th event that came. */
  public long hash(int i) {
    return hashes[i];
  }

  /** The number of runs. */
  public int runCount() {
    return runCells / RUN;
  }

  /** The source of a run's events. */
  public int source(int run) {
    return runs[run * RUN];
  }

  /** When Kafka got a run's events, in hours since the epoch. */
  public int hour(int run) {
    return runs[run * RUN + HOUR];
  }

  /** The place after a run's last event. */
  public int end(int run) {
    return runs[run * RUN + END];
  }

  /** The bytes that this holds on the heap, about. */
  public int footprint() {
    return 40 + 3 * 16 + hashes.length * Long.BYTES + (runs.length + table.length) * Integer.BYTES;
  }

  /**
   * Notes an event unless it is known.
   *
   * @param source number of the source topic, 0 to 7
   * @param hash of the event id
   * @param hour of the record's Kafka timestamp
   * @param windowHours how long copies may come
   * @return whether the event is new
   */
  public boolean add(int source, long hash, int hour, int windowHours) {
    if (contains(source, hash)) {
      return false;
    }
    if (isNewer(source, hour)) {
      prune(source, hour - windowHours);
    }
    open(source, hour, 1);
    hashes[size - 1] = hash;
    if (table.length > 0) {
      note(size - 1);
    }
    return true;
  }

  /**
   * Makes room for events as they were stored.
   *
   * @param events how many there are in all
   */
  public void reserve(int events) {
    hashes = new long[events];
  }

  /**
   * Puts back events that came one after the other.
   *
   * @return the place of the first; {@link #restore(int, long)} is to be called for each
   */
  public int restore(int source, int hour, int events) {
    int at = size;
    open(source, hour, events);
    return at;
  }

  /** Puts back one event. */
  public void restore(int i, long hash) {
    hashes[i] = hash;
  }

  private void open(int source, int hour, int events) {
    if (size + events > hashes.length) {
      hashes = Arrays.copyOf(hashes, size + Math.max(events, 4 + (size >> 1)));
    }
    size += events;
    int last = runCells - RUN;
    if (last < 0 || runs[last] != source || runs[last + HOUR] != hour) {
      if (runCells + RUN > runs.length) {
        runs = Arrays.copyOf(runs, runCells + Math.max(RUN, runCells >> 1));
      }
      last = runCells;
      runs[last] = source;
      runs[last + HOUR] = hour;
      runCells += RUN;
    }
    runs[last + END] = size;
  }

  /** Forgets everything. */
  public void clear() {
    hashes = NO_HASHES;
    size = 0;
    runs = NO_RUNS;
    runCells = 0;
    table = NO_RUNS;
  }

  /** Takes what another has, which is not used any more. */
  public void takeOver(SeenEvents other) {
    hashes = other.hashes;
    size = other.size;
    runs = other.runs;
    runCells = other.runCells;
    table = NO_RUNS;
  }

  /** Adds what another has. */
  public void unite(SeenEvents other) {
    int start = 0;
    for (int run = 0; run < other.runCount(); run++) {
      for (int i = start; i < other.end(run); i++) {
        if (!contains(other.source(run), other.hash(i))) {
          restore(restore(other.source(run), other.hour(run), 1), other.hash(i));
          table = NO_RUNS;
        }
      }
      start = other.end(run);
    }
  }

  private boolean contains(int source, long hash) {
    if (size >= TABLE_FROM) {
      return isInTable(source, hash);
    }
    for (int i = 0; i < size; i++) {
      if (hashes[i] == hash && sourceOf(i) == source) {
        return true;
      }
    }
    return false;
  }

  private boolean isInTable(int source, long hash) {
    if (table.length < 2 * size + 2) {
      table = new int[Integer.highestOneBit(size) << 2];
      for (int i = 0; i < size; i++) {
        note(i);
      }
    }
    int mask = table.length - 1;
    for (int slot = (int) hash & mask; table[slot] != 0; slot = (slot + 1) & mask) {
      int i = table[slot] - 1;
      if (hashes[i] == hash && sourceOf(i) == source) {
        return true;
      }
    }
    return false;
  }

  private void note(int i) {
    int mask = table.length - 1;
    int slot = (int) hashes[i] & mask;
    while (table[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    table[slot] = i + 1;
  }

  private int sourceOf(int i) {
    int run = 0;
    while (runs[run + END] <= i) {
      run += RUN;
    }
    return runs[run];
  }

  /** Whether a source had no event in an hour or after it; the last run mostly tells. */
  private boolean isNewer(int source, int hour) {
    for (int run = runCells - RUN; run >= 0; run -= RUN) {
      if (runs[run] == source && runs[run + HOUR] >= hour) {
        return false;
      }
    }
    return true;
  }

  private void prune(int source, int from) {
    int kept = 0;
    int keptRuns = 0;
    int start = 0;
    for (int run = 0; run < runCells; run += RUN) {
      int end = runs[run + END];
      if (runs[run] != source || runs[run + HOUR] >= from) {
        System.arraycopy(hashes, start, hashes, kept, end - start);
        kept += end - start;
        keptRuns = keep(runs[run], runs[run + HOUR], keptRuns, kept);
      }
      start = end;
    }
    if (kept < size) {
      table = NO_RUNS;
    }
    size = kept;
    runCells = keptRuns;
  }

  /** Adds a run to those kept, or its events to the last one that is like it. */
  private int keep(int source, int hour, int keptRuns, int end) {
    int last = keptRuns - RUN;
    boolean joins = last >= 0 && runs[last] == source && runs[last + HOUR] == hour;
    int at = joins ? last : keptRuns;
    runs[at] = source;
    runs[at + HOUR] = hour;
    runs[at + END] = end;
    return at + RUN;
  }
}
