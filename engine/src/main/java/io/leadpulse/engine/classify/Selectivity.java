package io.leadpulse.engine.classify;

import io.leadpulse.engine.model.Matcher;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says under which attribute, and for a glob under which of its fixed parts, a signal is listed so
 * that the fewest events come upon it in vain: what the fewest signals share.
 */
final class Selectivity {
  private final Map<String, Integer> sharers = new HashMap<>();

  Selectivity(List<Matcher> matchers) {
    for (Matcher matcher : matchers) {
      for (Attribute attribute : Attribute.values()) {
        for (String wanted : new HashSet<>(attribute.wantedBy(matcher))) {
          for (String part : new HashSet<>(parts(attribute, wanted))) {
            sharers.merge(key(attribute, part), 1, Integer::sum);
          }
        }
      }
    }
  }

  /** The attribute that narrows the signal down most; null if none can. */
  @Nullable Attribute best(Matcher matcher) {
    Attribute best = null;
    int fewest = Integer.MAX_VALUE;
    for (Attribute attribute : Attribute.values()) {
      int most = mostSharers(attribute, attribute.wantedBy(matcher));
      if (most < fewest) {
        fewest = most;
        best = attribute;
      }
    }
    return best;
  }

  /** The fixed part under which a glob is listed; empty if it is all wildcards. */
  Optional<String> literal(Attribute attribute, String glob) {
    return parts(attribute, glob).stream()
        .min(
            Comparator.comparing((String part) -> sharers.getOrDefault(key(attribute, part), 0))
                .thenComparing(part -> -part.length()));
  }

  private int mostSharers(Attribute attribute, List<String> wanted) {
    return wanted.stream()
        .mapToInt(
            value ->
                literal(attribute, value)
                    .map(part -> sharers.getOrDefault(key(attribute, part), 0))
                    .orElse(Integer.MAX_VALUE))
        .max()
        .orElse(Integer.MAX_VALUE);
  }

  private static List<String> parts(Attribute attribute, String wanted) {
    return attribute.isExact(wanted) ? List.of(wanted) : attribute.glob(wanted).literals();
  }

  private static String key(Attribute attribute, String part) {
    return attribute.ordinal() + part;
  }
}
