package io.leadpulse.engine.release;

import io.leadpulse.engine.model.Decay;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.model.Weight;
import io.leadpulse.engine.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes weights of their parts; all weights of one half-life share a table. */
final class Weights {
  /** A table has an entry an hour, so thousands of half-lives would fill the memory. */
  private static final int MAX_HALF_LIVES = 256;

  private final Draft draft;
  private final int retentionHours;
  private final List<String> categories;
  private final List<Signal> signals;
  private final Map<Integer, Decay> decays = new HashMap<>();
  private boolean tooMany;

  Weights(Draft draft, int retentionHours, List<String> categories, List<Signal> signals) {
    this.draft = draft;
    this.retentionHours = retentionHours;
    this.categories = categories;
    this.signals = signals;
  }

  /** The weights of a scorecard by signal; null where a signal is worth nothing on it. */
  List<@Nullable Weight> build(YamlMapping scorecard, List<WeightParts> parts) {
    List<@Nullable Weight> weights = new ArrayList<>();
    YamlMapping overrides = scorecard.get("weights").mapping();
    for (Signal signal : signals) {
      WeightParts part = parts.get(signal.index());
      boolean worth = part.isWorthSomething();
      if (worth && !part.isComplete() && overrides.has(signal.id())) {
        draft.problem(
            overrides.keyPlace(signal.id()),
            "weight " + signal.id() + " needs 'half-life' and 'category' beside its points",
            "add them here or to the signal");
      }
      weights.add(worth && part.isComplete() ? weight(part, scorecard) : null);
    }
    return weights;
  }

  private Weight weight(WeightParts part, YamlMapping scorecard) {
    int category = categories.indexOf(part.category());
    return new Weight(
        part.points(), decay(part.halfLifeHours(), scorecard), part.perDayOrUnlimited(), category);
  }

  private Decay decay(int halfLifeHours, YamlMapping scorecard) {
    Decay known = decays.get(halfLifeHours);
    if (known != null) {
      return known;
    }
    if (decays.size() == MAX_HALF_LIVES) {
      if (!tooMany) {
        String message = "the model has more than " + MAX_HALF_LIVES + " different half-lives";
        draft.problem(scorecard.place(), message, "round them");
      }
      tooMany = true;
      return decays.values().iterator().next();
    }
    Decay decay = new Decay(halfLifeHours, retentionHours);
    decays.put(halfLifeHours, decay);
    return decay;
  }
}
