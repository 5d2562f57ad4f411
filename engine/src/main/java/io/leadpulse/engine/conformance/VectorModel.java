package io.leadpulse.engine.conformance;

import io.leadpulse.engine.model.Audience;
import io.leadpulse.engine.model.Category;
import io.leadpulse.engine.model.Damper;
import io.leadpulse.engine.model.Decay;
import io.leadpulse.engine.model.HotRule;
import io.leadpulse.engine.model.Hygiene;
import io.leadpulse.engine.model.OncePer;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.model.Text;
import io.leadpulse.engine.model.Weight;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the scoring model that one vector describes. */
final class VectorModel {
  private static final int DAY_HOURS = 24;
  private static final int MILLI = 1_000;
  private static final HotRule ANY_HOT_RULE = new HotRule(Map.of(), 1, 0, 0, 0, 0, List.of());

  private VectorModel() {}

  static ScoringModel of(ScoreVector vector) {
    int retention = vector.retentionDays() * DAY_HOURS;
    List<Category> categories = new ArrayList<>();
    vector.categories().forEach((id, cap) -> categories.add(new Category(id, cap * MILLI)));
    List<Signal> signals = new ArrayList<>();
    List<Weight> weights = new ArrayList<>();
    for (Map.Entry<String, ScoreVector.SignalRule> entry : vector.signals().entrySet()) {
      signals.add(signal(signals.size(), entry.getKey()));
      weights.add(weight(entry.getValue(), categories, retention));
    }
    Scorecard card =
        new Scorecard(
            0, "vector", new Text("", ""), Audience.LEADS, categories, weights, 1, 1, ANY_HOT_RULE);
    return new ScoringModel(
        "vector",
        1,
        ZoneId.of(vector.timeZone()),
        retention,
        MILLI,
        Set.of(),
        signals,
        dampers(vector.dampers()),
        List.of(),
        List.of(card),
        Hygiene.DEFAULT);
  }

  private static Signal signal(int index, String id) {
    Text label = new Text(id, id);
    return new Signal(index, id, null, null, OncePer.TOUCH, false, false, "", label);
  }

  private static Weight weight(
      ScoreVector.SignalRule rule, List<Category> categories, int retention) {
    Integer perDay = rule.perDay();
    return new Weight(
        rule.pointsMilli(),
        new Decay(rule.halfLifeDays() * DAY_HOURS, retention),
        perDay == null ? Weight.UNLIMITED : perDay,
        categoryOf(rule.category(), categories));
  }

  private static int categoryOf(String id, List<Category> categories) {
    for (int i = 0; i < categories.size(); i++) {
      if (categories.get(i).id().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException("unknown category " + id);
  }

  private static List<Damper> dampers(List<List<Integer>> factors) {
    List<Damper> dampers = new ArrayList<>();
    for (List<Integer> factor : factors) {
      int index = dampers.size();
      String id = "damper-" + index;
      Text label = new Text(id, id);
      dampers.add(
          new Damper(
              index, id, factor.get(0), factor.get(1), List.of(), "true", List.of(), 0, 0, label));
    }
    return dampers;
  }
}
