package io.leadpulse.engine.release;

import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.model.Weight;
import io.leadpulse.engine.yaml.Place;
import io.leadpulse.engine.yaml.YamlEntry;
import io.leadpulse.engine.yaml.YamlMapping;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses a scorecard on which no lead could ever become WARM or HOT. */
final class Reach {
  private final Draft draft;
  private final List<Signal> signals;
  private final Place fallback;
  private final YamlMapping mapping;

  Reach(Draft draft, List<Signal> signals, YamlEntry entry, YamlMapping mapping) {
    this.draft = draft;
    this.signals = signals;
    this.fallback = entry.keyPlace();
    this.mapping = mapping;
  }

  void check(ScorecardDraft scorecard) {
    long most = mostPoints(scorecard);
    long lowestHot = scorecard.hotThresholds().lowest();
    if (scorecard.warm().lowest() >= lowestHot) {
      problem("warm", "WARM is entered at or above HOT", "make 'enter' of warm lower than of hot");
    }
    if (scorecard.warm().exit() > scorecard.hot().exit()) {
      problem("warm", "WARM is left above where HOT is left", "lower 'exit' of warm");
    }
    if (scorecard.warm().lowest() > most) {
      problem(
          "warm",
          "WARM needs more than the " + shown(most) + " points that the caps allow",
          "raise caps or lower 'enter'");
    }
    for (long enter : new HashSet<>(scorecard.hot().enterByFit().values())) {
      if (enter > most) {
        problem(
            "hot",
            "HOT at "
                + shown(enter)
                + " needs more than the "
                + shown(most)
                + " points that the caps allow",
            "raise caps or lower 'enter'");
      }
    }
    checkRequired(scorecard);
  }

  private void checkRequired(ScorecardDraft scorecard) {
    int worth = 0;
    int human = 0;
    for (Signal signal : signals) {
      boolean counts = scorecard.weights().get(signal.index()) != null;
      worth += counts ? 1 : 0;
      human += counts && signal.human() ? 1 : 0;
    }
    checkCount("distinct-signals", scorecard.hot().distinctSignals(), "signals", worth);
    checkCount("human-signals", scorecard.hot().humanSignals(), "human signals", human);
  }

  private void checkCount(String key, int required, String what, int there) {
    if (required > there) {
      String message = "HOT requires " + required + " " + what + " and " + there + " have points";
      problem("require", message, "lower '" + key + "' or give points to more of them");
    }
  }

  private long mostPoints(ScorecardDraft scorecard) {
    List<Long> caps = new ArrayList<>(scorecard.caps().values());
    Set<Integer> used = new HashSet<>();
    for (@Nullable Weight weight : scorecard.weights()) {
      if (weight != null) {
        used.add(weight.category());
      }
    }
    return used.stream().mapToLong(caps::get).sum();
  }

  private void problem(String key, String message, String fix) {
    draft.problem(mapping.has(key) ? mapping.keyPlace(key) : fallback, message, fix);
  }

  private static String shown(long milli) {
    return BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString();
  }
}
