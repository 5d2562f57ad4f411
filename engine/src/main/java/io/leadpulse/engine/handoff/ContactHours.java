package io.leadpulse.engine.handoff;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** When a lead is best called: at the hours of the day in which it is active itself. */
final class ContactHours {
  private static final int MOST = 3;

  private ContactHours() {}

  /**
   * The hours of the day, 0 to 23, with most touches, the best first, of as many the earlier.
   *
   * @param touches epoch milliseconds
   */
  static List<Integer> best(List<Long> touches, ZoneId zone) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (long touch : touches) {
      counts.merge(Instant.ofEpochMilli(touch).atZone(zone).getHour(), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
