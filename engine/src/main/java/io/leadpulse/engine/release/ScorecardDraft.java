package io.leadpulse.engine.release;

import io.leadpulse.engine.model.Audience;
import io.leadpulse.engine.model.Category;
import io.leadpulse.engine.model.HotRule;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.Text;
import io.leadpulse.engine.model.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as far as it is read, in the form in which others extend it.
 *
 * @param caps milli-points by category
 * @param parts of the weights, by signal
 */
record ScorecardDraft(
    String id,
    Text title,
    Audience audience,
    Map<String, Long> caps,
    List<WeightParts> parts,
    List<@Nullable Weight> weights,
    Thresholds warm,
    HotRule hot) {

  Thresholds hotThresholds() {
    return new Thresholds(hot.enterByFit(), hot.exit());
  }

  Scorecard toScorecard(int index) {
    List<Category> categories = new ArrayList<>();
    caps.forEach((category, cap) -> categories.add(new Category(category, cap)));
    return new Scorecard(
        index, id, title, audience, categories, weights, warm.lowest(), warm.exit(), hot);
  }
}
