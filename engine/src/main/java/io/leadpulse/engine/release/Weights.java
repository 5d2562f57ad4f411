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
    if (decays.size() == MAX_HALF_LIVES && !decays.containsKey(part.halfLifeHours())) {
      draft.problem(
          scorecard.place(),
          "the model has more than " + MAX_HALF_LIVES + " different half-lives",
          "round them");
      return new Weight(
          part.points(), decays.values().iterator().next(), part.perDayOrUnlimited(), 0);
    }
    Decay decay =
        decays.computeIfAbsent(part.halfLifeHours(), hours -> new Decay(hours, retentionHours));
    int category = categories.indexOf(part.category());
    return new Weight(part.points(), decay, part.perDayOrUnlimited(), category);
  }
}
