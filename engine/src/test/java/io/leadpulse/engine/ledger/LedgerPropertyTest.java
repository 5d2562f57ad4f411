package io.leadpulse.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LedgerPropertyTest {
  private static final int GAP = 10;

  /** A touch; with a key of 0 it has none. */
  private record Touch(int signal, long key, int hour) {}

  private static List<Touch> touches(SplittableRandom random) {
    boolean many = random.nextInt(30) == 0;
    return many ? touches(random, 500, 200) : touches(random, 40, 2);
  }

  /** Of signals from one below 0 to one above; with many of them they are found by their places. */
  private static List<Touch> touches(SplittableRandom random, int most, int signals) {
    List<Touch> touches = new ArrayList<>();
    int size = random.nextInt(most);
    for (int i = 0; i < size; i++) {
      touches.add(
          new Touch(
              random.nextInt(-signals, signals + 1),
              random.nextInt(-2, 3),
              random.nextInt(100, 200)));
    }
    return touches;
  }

  /** Maps instead of one array: the oracle. */
  private static final class PlainLedger {
    private final TreeMap<Integer, TreeMap<Integer, Integer>> counts = new TreeMap<>();
    private final TreeMap<Integer, TreeMap<Long, TreeSet<Integer>>> keys = new TreeMap<>();

    void add(Touch touch) {
      if (touch.key == 0) {
        counts
            .computeIfAbsent(touch.signal, any -> new TreeMap<>())
            .merge(touch.hour, 1, Integer::sum);
      } else {
        keys.computeIfAbsent(touch.signal, any -> new TreeMap<>())
            .computeIfAbsent(touch.key, any -> new TreeSet<>())
            .add(touch.hour);
      }
    }

    List<String> listed() {
      List<String> lines = new ArrayList<>();
      TreeSet<Integer> signals = new TreeSet<>(counts.keySet());
      signals.addAll(keys.keySet());
      for (int signal : signals) {
        counts
            .getOrDefault(signal, new TreeMap<>())
            .forEach((hour, count) -> lines.add(signal + ": " + count + " at " + hour));
        keys.getOrDefault(signal, new TreeMap<>())
            .forEach((key, hours) -> intervals(signal, key, hours, lines));
      }
      return lines;
    }

    private static void intervals(int signal, long key, SortedSet<Integer> hours, List<String> to) {
      int first = hours.first();
      int last = first;
      for (int hour : hours) {
        if (hour - last > GAP) {
          to.add(signal + ": key " + key + " from " + first + " to " + last);
          first = hour;
        }
        last = hour;
      }
      to.add(signal + ": key " + key + " from " + first + " to " + last);
    }
  }

  private static List<String> listed(Ledger ledger) {
    List<String> lines = new ArrayList<>();
    for (int at = ledger.first(); at != Ledger.END; at = ledger.next(at)) {
      int signal = ledger.signal(at);
      for (int i = 0; i < ledger.hourCount(at); i++) {
        lines.add(signal + ": " + ledger.count(at, i) + " at " + ledger.hour(at, i));
      }
      for (int i = 0; i < ledger.intervalCount(at); i++) {
        lines.add(
            "%d: key %d from %d to %d"
                .formatted(
                    signal, ledger.key(at, i), ledger.firstHour(at, i), ledger.lastHour(at, i)));
      }
    }
    return lines;
  }

  private static void add(Ledger ledger, Touch touch) {
    if (touch.key == 0) {
      ledger.add(touch.signal, touch.hour, 1);
    } else {
      ledger.addKeyed(touch.signal, touch.key, touch.hour, GAP);
    }
  }

  @Test
  void holdsWhatPlainMapsHold() {
    Property.check(
        LedgerPropertyTest::touches,
        touches -> {
          Ledger ledger = new Ledger();
          PlainLedger plain = new PlainLedger();
          for (Touch touch : touches) {
            add(ledger, touch);
            plain.add(touch);
          }
          assertThat(listed(ledger)).isEqualTo(plain.listed());
          assertThat(ledger.latestHour())
              .isEqualTo(touches.stream().mapToInt(Touch::hour).max().orElse(Integer.MIN_VALUE));
        });
  }

  @Test
  void keepsCountsForTheHorizonAndKeysForTwice() {
    Property.check(
        LedgerPropertyTest::touches,
        touches -> {
          int now = 200;
          int horizon = 20;
          Ledger ledger = new Ledger();
          touches.forEach(touch -> add(ledger, touch));
          List<String> kept =
              listed(ledger).stream().filter(line -> isKept(line, now, horizon)).toList();
          ledger.prune(now, horizon);
          assertThat(listed(ledger)).isEqualTo(kept);
          assertThat(ledger.latestHour())
              .isEqualTo(
                  kept.stream()
                      .mapToInt(LedgerPropertyTest::lastNumber)
                      .max()
                      .orElse(Integer.MIN_VALUE));
        });
  }

  private static boolean isKept(String line, int now, int horizon) {
    int from = line.contains("key") ? now - 2 * horizon : now - horizon;
    return lastNumber(line) >= from;
  }

  private static int lastNumber(String line) {
    return Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
  }
}
