package io.leadpulse.engine.ledger;

import java.util.Arrays;

/**
 * What one lead did of one signal: counts by hour, and natural keys with the hours they were met.
 *
 * <p>A key is held as intervals {@code [first, last]} whose neighbours lie more than the model's
 * horizon apart; only an interval's first hour counts. Any order of arrival leads to the same
 * intervals, and what is older than twice the horizon can be forgotten without a trace.
 */
public final class SignalTouches {
  /** Counts stop growing here, so that sums cannot overflow. */
  public static final int MAX_COUNT = 1_000_000;

  private static final int[] NO_INTS = {};
  private static final long[] NO_LONGS = {};

  private final int signal;
  private int[] hours = NO_INTS;
  private int[] counts = NO_INTS;
  private int size;
  private long[] keys = NO_LONGS;
  private int[] firsts = NO_INTS;
  private int[] lasts = NO_INTS;
  private int keySize;

  SignalTouches(int signal) {
    this.signal = signal;
  }

  /** The hash of the signal's id. */
  public int signal() {
    return signal;
  }

  /** The number of hours with a count. */
  public int hourCount() {
    return size;
  }

  /** The {@code i}-th hour, ascending, in hours since the epoch. */
  public int hour(int i) {
    return hours[i];
  }

  /** The touches in the {@code i}-th hour, 1 to {@link #MAX_COUNT}. */
  public int count(int i) {
    return counts[i];
  }

  /** The number of key intervals. */
  public int intervalCount() {
    return keySize;
  }

  /** The key of interval {@code i}; intervals ascend by key, then by hour. */
  public long key(int i) {
    return keys[i];
  }

  /** The hour that counts for interval {@code i}. */
  public int firstHour(int i) {
    return firsts[i];
  }

  /** The latest hour in which interval {@code i}'s key was met. */
  public int lastHour(int i) {
    return lasts[i];
  }

  boolean isEmpty() {
    return size == 0 && keySize == 0;
  }

  /** The latest hour known, or {@link Integer#MIN_VALUE}. */
  int latestHour() {
    int latest = size == 0 ? Integer.MIN_VALUE : hours[size - 1];
    for (int i = 0; i < keySize; i++) {
      latest = Math.max(latest, lasts[i]);
    }
    return latest;
  }

  void add(int hour, int count) {
    int at = Arrays.binarySearch(hours, 0, size, hour);
    if (at >= 0) {
      counts[at] = (int) Math.min((long) counts[at] + count, MAX_COUNT);
      return;
    }
    int insert = -at - 1;
    hours = Slots.insert(hours, size, insert, hour);
    counts = Slots.insert(counts, size, insert, Math.min(count, MAX_COUNT));
    size++;
  }

  /**
   * Adds a stretch of hours in which a key was met and joins what lies within {@code gap} hours.
   *
   * @return whether the key was unknown around those hours: a touch of its own
   */
  boolean addKeyed(long key, int first, int last, int gap) {
    int from = lowerBound(key);
    int to = from;
    while (to < keySize && keys[to] == key) {
      to++;
    }
    int joinFrom = from;
    while (joinFrom < to && (long) lasts[joinFrom] + gap < first) {
      joinFrom++;
    }
    int joinTo = joinFrom;
    int joinedFirst = first;
    int joinedLast = last;
    while (joinTo < to && firsts[joinTo] <= (long) joinedLast + gap) {
      joinedFirst = Math.min(joinedFirst, firsts[joinTo]);
      joinedLast = Math.max(joinedLast, lasts[joinTo]);
      joinTo++;
    }
    if (joinTo == joinFrom) {
      insertInterval(joinFrom, key, first, last);
      return true;
    }
    firsts[joinFrom] = joinedFirst;
    lasts[joinFrom] = joinedLast;
    removeIntervals(joinFrom + 1, joinTo);
    return false;
  }

  /** Forgets counts before {@code countsFrom} and intervals that ended before {@code keysFrom}. */
  void prune(int countsFrom, int keysFrom) {
    int drop = 0;
    while (drop < size && hours[drop] < countsFrom) {
      drop++;
    }
    if (drop > 0) {
      System.arraycopy(hours, drop, hours, 0, size - drop);
      System.arraycopy(counts, drop, counts, 0, size - drop);
      size -= drop;
    }
    int kept = 0;
    for (int i = 0; i < keySize; i++) {
      if (lasts[i] >= keysFrom) {
        keys[kept] = keys[i];
        firsts[kept] = firsts[i];
        lasts[kept] = lasts[i];
        kept++;
      }
    }
    keySize = kept;
  }

  private int lowerBound(long key) {
    int low = 0;
    int high = keySize;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void insertInterval(int at, long key, int first, int last) {
    keys = Slots.insert(keys, keySize, at, key);
    firsts = Slots.insert(firsts, keySize, at, first);
    lasts = Slots.insert(lasts, keySize, at, last);
    keySize++;
  }

  private void removeIntervals(int from, int to) {
    int tail = keySize - to;
    System.arraycopy(keys, to, keys, from, tail);
    System.arraycopy(firsts, to, firsts, from, tail);
    System.arraycopy(lasts, to, lasts, from, tail);
    keySize -= to - from;
  }
}
