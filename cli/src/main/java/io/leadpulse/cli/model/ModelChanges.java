package io.leadpulse.cli.model;

import io.leadpulse.cli.model.Change.Reach;
import io.leadpulse.engine.model.ScoringModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that differs between two models. A part that only one of them has is one change. */
final class ModelChanges {
  /** Keys of a signal that say which events it counts. */
  private static final Set<String> MATCHING =
      Set.of(
          "on",
          "path",
          "form",
          "asset",
          "topic-is",
          "campaign",
          "link",
          "where",
          "otherwise",
          "once-per",
          "hand-raise");

  private ModelChanges() {}

  /** The changes by their paths, ascending. */
  static List<Change> between(ScoringModel before, ScoringModel after) {
    Map<String, String> old = Outline.of(before);
    Map<String, String> now = Outline.of(after);
    foldWhatOneLacks(old, now);
    foldWhatOneLacks(now, old);
    Set<String> paths = new TreeSet<>(old.keySet());
    paths.addAll(now.keySet());
    List<Change> changes = new ArrayList<>();
    for (String path : paths) {
      String was = old.get(path);
      String is = now.get(path);
      if (was == null || !was.equals(is)) {
        changes.add(new Change(path, was, is, reach(path)));
      }
    }
    return changes;
  }

  /** Makes one value of each named part that the other outline does not have at all. */
  private static void foldWhatOneLacks(Map<String, String> outline, Map<String, String> other) {
    Set<String> parts = new TreeSet<>();
    other.keySet().forEach(path -> parts.add(part(path)));
    Map<String, Integer> folded = new TreeMap<>();
    outline
        .keySet()
        .removeIf(
            path -> {
              boolean alone = !part(path).isEmpty() && !parts.contains(part(path));
              if (alone) {
                folded.merge(part(path), 1, Integer::sum);
              }
              return alone;
            });
    folded.forEach((part, count) -> outline.put(part, "whole, " + count + " values"));
  }

  /** The signal, damper or scorecard that a path is in; empty if it is in none. */
  private static String part(String path) {
    String[] steps = path.split("\\.", 3);
    boolean named = Set.of("signals", "dampers", "scorecards").contains(steps[0]);
    return named && steps.length > 1 ? steps[0] + '.' + steps[1] : "";
  }

  private static Reach reach(String path) {
    String[] steps = path.split("\\.");
    boolean matches =
        steps[0].equals("hygiene")
            || (steps[0].equals("signals") && (steps.length == 2 || MATCHING.contains(steps[2])));
    return matches ? Reach.NEW_EVENTS : Reach.ALL_HISTORY;
  }

  /** How many changes there are of each reach. */
  static long count(List<Change> changes, Reach reach) {
    return changes.stream().filter(change -> change.reach() == reach).count();
  }
}
