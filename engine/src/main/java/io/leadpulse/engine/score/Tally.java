package io.leadpulse.engine.score;

import io.leadpulse.engine.ledger.Ledger;
import java.util.Arrays;

/** Touches of one signal as {@code (hour, count)}, ascending by hour; a reusable scratch. */
final class Tally {
  /** So many are put in order faster by insertion than by way of packed numbers. */
  private static final int FEW = 24;

  int[] hours = new int[16];
  int[] counts = new int[16];
  int size;
  private long[] packed = {};

  void clear() {
    size = 0;
  }

  void add(int hour, int count) {
    if (size == hours.length) {
      hours = Arrays.copyOf(hours, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    hours[size] = hour;
    counts[size] = count;
    size++;
  }

  /** Takes a signal's counted touches: its hours, and the first hour of each key. */
  void load(Ledger ledger, int at) {
    clear();
    int hourCount = ledger.hourCount(at);
    for (int i = 0; i < hourCount; i++) {
      add(ledger.hour(at, i), ledger.count(at, i));
    }
    int intervals = ledger.intervalCount(at);
    if (intervals > 0) {
      for (int i = 0; i < intervals; i++) {
        add(ledger.firstHour(at, i), 1);
      }
      sort();
    }
  }

  /** Adds all touches of several signals; call {@link #sort} afterwards. */
  void append(Tally other) {
    for (int i = 0; i < other.size; i++) {
      add(other.hours[i], other.counts[i]);
    }
  }

  /** Orders by hour. */
  void sort() {
    if (size <= FEW) {
      insertionSort();
      return;
    }
    if (packed.length < size) {
      packed = new long[hours.length];
    }
    for (int i = 0; i < size; i++) {
      packed[i] = (long) hours[i] << Integer.SIZE | counts[i];
    }
    Arrays.sort(packed, 0, size);
    for (int i = 0; i < size; i++) {
      hours[i] = (int) (packed[i] >> Integer.SIZE);
      counts[i] = (int) packed[i];
    }
  }

  private void insertionSort() {
    for (int i = 1; i < size; i++) {
      int hour = hours[i];
      int count = counts[i];
      int at = i;
      while (at > 0 && hours[at - 1] > hour) {
        hours[at] = hours[at - 1];
        counts[at] = counts[at - 1];
        at--;
      }
      hours[at] = hour;
      counts[at] = count;
    }
  }

  /** Keeps at most {@code perDay} touches of each civil day, the earliest hours first. */
  void capPerDay(int perDay, CivilCalendar calendar) {
    int kept = 0;
    int day = Integer.MIN_VALUE;
    int left = 0;
    for (int i = 0; i < size; i++) {
      int thisDay = calendar.dayOf(hours[i]);
      if (thisDay != day) {
        day = thisDay;
        left = perDay;
      }
      int count = Math.min(counts[i], left);
      left -= count;
      if (count > 0) {
        hours[kept] = hours[i];
        counts[kept] = count;
        kept++;
      }
    }
    size = kept;
  }

  /** Keeps one touch, the first, of each day that follows another day within the span. */
  void keepReturns(int withinDays, CivilCalendar calendar) {
    int kept = 0;
    int previousDay = Integer.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      int day = calendar.dayOf(hours[i]);
      boolean returned = day != previousDay && (long) day - previousDay <= withinDays;
      previousDay = day;
      if (returned) {
        hours[kept] = hours[i];
        counts[kept] = 1;
        kept++;
      }
    }
    size = kept;
  }
}
