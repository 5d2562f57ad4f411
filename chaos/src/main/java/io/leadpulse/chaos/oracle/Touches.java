package io.leadpulse.chaos.oracle;

import io.leadpulse.chaos.workload.Deed;
import io.leadpulse.chaos.workload.Entry.Act;
import io.leadpulse.engine.lead.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one lead did so far, as the bare list of its hours by signal. */
final class Touches {
  private final ZoneId zone;

  /** Hours of signals whose every touch counts. */
  private final Map<String, List<Integer>> hours = new HashMap<>();

  /** Earliest hour by natural key. A run is shorter than the time for which a key is remembered. */
  private final Map<String, Map<String, Integer>> keyed = new HashMap<>();

  Touches(ZoneId zone) {
    this.zone = zone;
  }

  void add(Act act) {
    int hour = Hours.of(act.occurredAt());
    String signal = act.deed().signal();
    if (act.deed().key() == Deed.Key.NONE) {
      hours.computeIfAbsent(signal, s -> new ArrayList<>()).add(hour);
    } else {
      String key =
          act.deed().key() == Deed.Key.DAY ? day(hour).toString() : "subject-" + act.subject();
      keyed.computeIfAbsent(signal, s -> new HashMap<>()).merge(key, hour, Math::min);
    }
  }

  /**
   * Hours at which a signal was touched, ascending; one that was touched twice stands there twice.
   */
  List<Integer> of(String signal) {
    List<Integer> all = new ArrayList<>(hours.getOrDefault(signal, List.of()));
    all.addAll(keyed.getOrDefault(signal, Map.of()).values());
    Collections.sort(all);
    return all;
  }

  /** The same, with no more than so many of each civil day, the earliest. */
  List<Integer> of(String signal, int perDay) {
    Map<LocalDate, Integer> used = new HashMap<>();
    List<Integer> counted = new ArrayList<>();
    for (int hour : of(signal)) {
      if (used.merge(day(hour), 1, Integer::sum) <= perDay) {
        counted.add(hour);
      }
    }
    return counted;
  }

  LocalDate day(int hour) {
    return Instant.ofEpochSecond(hour * 3_600L).atZone(zone).toLocalDate();
  }
}
