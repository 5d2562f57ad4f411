package io.leadpulse.engine.release;

import io.leadpulse.engine.model.Audience;
import io.leadpulse.engine.model.Gate;
import io.leadpulse.engine.model.HotRule;
import io.leadpulse.engine.model.Text;
import io.leadpulse.engine.model.Weight;
import io.leadpulse.engine.yaml.YamlEntry;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one scorecard over what it extends. */
final class ScorecardReader {
  /** One bit each in a verdict. */
  private static final int MAX_GATES = 64;

  private static final int MAX_REQUIRED = 1_000;
  private static final int YEAR_IN_HOURS = 365 * Draft.HOURS_PER_DAY;
  private static final int DEFAULT_COOLDOWN = 14 * Draft.HOURS_PER_DAY;
  private static final int DEFAULT_HAND_RAISE_KEEPS = 7 * Draft.HOURS_PER_DAY;
  private static final int DEFAULT_DISTINCT = 2;
  private static final int DEFAULT_HUMAN = 1;

  private static final Map<String, Audience> AUDIENCES = new LinkedHashMap<>();

  static {
    for (Audience audience : Audience.values()) {
      AUDIENCES.put(audience.term(), audience);
    }
  }

  private final Draft draft;
  private final Map<String, Long> categories;
  private final SignalSection signals;
  private final Weights weights;

  ScorecardReader(
      Draft draft, Map<String, Long> categories, SignalSection signals, Weights weights) {
    this.draft = draft;
    this.categories = categories;
    this.signals = signals;
    this.weights = weights;
  }

  ScorecardDraft read(YamlEntry entry, YamlMapping mapping, @Nullable ScorecardDraft base) {
    int problemsBefore = draft.problems().count();
    String id = entry.key();
    Text title =
        base == null || mapping.has("title") ? draft.text(mapping.get("title"), id) : base.title();
    Audience audience =
        mapping.get("audience").choice(AUDIENCES, base == null ? Audience.LEADS : base.audience());
    Map<String, Long> caps = caps(mapping, base == null ? categories : base.caps());
    List<WeightParts> parts = parts(mapping, base == null ? signals.weights() : base.parts());
    List<@Nullable Weight> built = weights.build(mapping, parts);
    Thresholds warm = Thresholds.readWarm(mapping, base == null ? null : base.warm());
    Thresholds hot = Thresholds.readHot(mapping, base == null ? null : base.hotThresholds());
    HotRule rule = hotRule(mapping, hot, base == null ? null : base.hot());
    ScorecardDraft read = new ScorecardDraft(id, title, audience, caps, parts, built, warm, rule);
    if (signals.isSound() && draft.problems().count() == problemsBefore) {
      new Reach(draft, signals.signals(), entry, mapping).check(read);
    }
    return read;
  }

  private Map<String, Long> caps(YamlMapping mapping, Map<String, Long> inherited) {
    Map<String, Long> caps = new LinkedHashMap<>(inherited);
    for (YamlEntry cap : mapping.get("caps").mapping().entries()) {
      if (inherited.containsKey(cap.key())) {
        caps.put(cap.key(), cap.value().milli(0, Draft.MAX_MILLI, 0));
      } else {
        draft
            .problems()
            .addUnknown(
                cap.keyPlace(),
                "category '" + cap.key() + "' is not defined",
                cap.key(),
                inherited.keySet());
      }
    }
    return caps;
  }

  private List<WeightParts> parts(YamlMapping mapping, List<WeightParts> inherited) {
    List<WeightParts> parts = new ArrayList<>(inherited);
    for (YamlEntry entry : mapping.get("weights").mapping().entries()) {
      Integer index = signals.indexes().get(entry.key());
      YamlMapping weight = entry.value().named("weight " + entry.key()).mapping(Keys.WEIGHT);
      WeightParts own = WeightParts.read(weight, categories, draft);
      if (index == null) {
        draft
            .problems()
            .addUnknown(
                entry.keyPlace(),
                "signal '" + entry.key() + "' is not defined",
                entry.key(),
                signals.indexes().keySet());
      } else {
        parts.set(index, own.over(inherited.get(index)));
      }
    }
    return parts;
  }

  private HotRule hotRule(YamlMapping mapping, Thresholds hot, @Nullable HotRule base) {
    YamlMapping require = mapping.get("require").mapping(Keys.REQUIRE);
    YamlValue human = require.get("human-signals");
    int distinctSignals =
        require
            .get("distinct-signals")
            .integer(0, MAX_REQUIRED, base == null ? DEFAULT_DISTINCT : base.distinctSignals());
    int humanSignals =
        human.integer(0, MAX_REQUIRED, base == null ? DEFAULT_HUMAN : base.humanSignals());
    if (humanSignals > distinctSignals && mapping.has("require")) {
      human.problem(
          humanSignals + " human signals are more than " + distinctSignals + " distinct ones",
          "raise 'distinct-signals' or lower 'human-signals'");
    }
    return new HotRule(
        hot.enterByFit(),
        hot.exit(),
        mapping
            .get("cooldown")
            .hours(0, YEAR_IN_HOURS, base == null ? DEFAULT_COOLDOWN : base.cooldownHours()),
        mapping
            .get("hand-raise-keeps")
            .hours(
                0,
                YEAR_IN_HOURS,
                base == null ? DEFAULT_HAND_RAISE_KEEPS : base.handRaiseKeepsHours()),
        distinctSignals,
        humanSignals,
        gates(mapping, base == null ? List.of() : base.gates()));
  }

  private List<Gate> gates(YamlMapping mapping, List<Gate> inherited) {
    Map<String, Gate> gates = new LinkedHashMap<>();
    inherited.forEach(gate -> gates.put(gate.id(), gate));
    for (YamlEntry entry : mapping.get("gates").mapping().entries()) {
      draft.checkId("gate", entry);
      String when = draft.profileCondition(entry.value().named("gate " + entry.key()));
      gates.put(entry.key(), new Gate(entry.key(), when));
    }
    if (gates.size() > MAX_GATES) {
      mapping.get("gates").problem(gates.size() + " gates are more than " + MAX_GATES, "join some");
    }
    return List.copyOf(gates.values());
  }
}
