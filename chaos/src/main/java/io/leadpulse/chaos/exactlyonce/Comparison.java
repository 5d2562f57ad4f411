package io.leadpulse.chaos.exactlyonce;

import io.leadpulse.chaos.oracle.Notice;
import io.leadpulse.chaos.oracle.Oracle;
import io.leadpulse.chaos.oracle.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the job published, held against the oracle.
 *
 * @param differences rows that say something else
 * @param missing alerts that never came
 * @param twice repeats of alerts
 * @param unexpected alerts that nothing justifies
 * @param outcomes source topics whose records came to other outcomes than they should
 * @param examples the first of each, for people
 */
record Comparison(
    int differences, int missing, int twice, int unexpected, int outcomes, List<String> examples) {
  private static final int MOST_EXAMPLES = 5;

  static Comparison of(Oracle oracle, Seen seen, Map<String, Map<String, Long>> outcomes) {
    List<String> examples = new ArrayList<>();
    int differences = differences(oracle.verdicts(), seen.rows(), examples);
    Map<Notice, Integer> open = new HashMap<>();
    Map<Notice, Integer> unexpected = new HashMap<>();
    oracle.notices().forEach(notice -> open.merge(notice, 1, Integer::sum));
    Set<String> ids = new HashSet<>();
    List<Notice> twice = new ArrayList<>();
    for (Notice alert : seen.alerts()) {
      if (!ids.add(alert.messageId())) {
        twice.add(alert);
      } else if (open.merge(alert, -1, Integer::sum) < 0) {
        unexpected.put(alert, 1);
      }
    }
    List<Notice> missing = new ArrayList<>();
    open.forEach(
        (notice, count) -> {
          if (count > 0) {
            missing.add(notice);
          }
        });
    name("missing", missing, examples);
    name("twice", twice, examples);
    name("unexpected", unexpected.keySet(), examples);
    int others = outcomes(oracle.outcomes(), outcomes, examples);
    return new Comparison(
        differences, missing.size(), twice.size(), unexpected.size(), others, examples);
  }

  private static int differences(
      Map<String, Verdict> wanted, Map<String, Verdict> found, List<String> examples) {
    Set<String> keys = new TreeSet<>(wanted.keySet());
    keys.addAll(found.keySet());
    int differences = 0;
    for (String key : keys) {
      Verdict want = wanted.getOrDefault(key, Verdict.NOTHING);
      Verdict have = found.getOrDefault(key, Verdict.NOTHING);
      if (!want.equals(have)) {
        differences++;
        if (differences <= MOST_EXAMPLES) {
          examples.add("row of %s: wanted %s, found %s".formatted(key, want, have));
        }
      }
    }
    return differences;
  }

  private static void name(String what, Iterable<Notice> notices, List<String> examples) {
    int named = 0;
    for (Notice notice : notices) {
      if (named++ == MOST_EXAMPLES) {
        return;
      }
      examples.add("alert %s: %s".formatted(what, notice));
    }
  }

  private static int outcomes(
      Map<String, Map<String, Long>> wanted,
      Map<String, Map<String, Long>> found,
      List<String> examples) {
    Set<String> topics = new TreeSet<>(wanted.keySet());
    topics.addAll(found.keySet());
    int others = 0;
    for (String topic : topics) {
      Map<String, Long> want = positive(wanted.getOrDefault(topic, Map.of()));
      Map<String, Long> have = positive(found.getOrDefault(topic, Map.of()));
      if (!want.equals(have)) {
        others++;
        examples.add("outcomes of %s: wanted %s, found %s".formatted(topic, want, have));
      }
    }
    return others;
  }

  private static Map<String, Long> positive(Map<String, Long> counts) {
    Map<String, Long> positive = new TreeMap<>(counts);
    positive.values().removeIf(count -> count == 0);
    return positive;
  }

  boolean isGood() {
    return differences + missing + twice + unexpected + outcomes == 0;
  }
}
