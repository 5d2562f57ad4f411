package io.leadpulse.engine.release;

import io.leadpulse.engine.model.Weight;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlValue;
import java.util.Map;

/**
 * The parts of a weight as far as one mapping states them; negative numbers and an empty category
 * stand for what it leaves to others.
 *
 * @param points milli-points
 */
record WeightParts(long points, int halfLifeHours, int perDay, String category) {
  static final WeightParts NONE = new WeightParts(-1, -1, -1, "");

  private static final int MAX_PER_DAY = 1_000_000;

  static WeightParts read(YamlMapping mapping, Map<String, ?> categories, Draft draft) {
    YamlValue category = mapping.get("category");
    String id = category.text("");
    if (!id.isEmpty() && !draft.checkKnown("category", category, id, categories.keySet())) {
      draft.markUnknownCategory();
      id = "";
    }
    draft.usedCategories().add(id);
    return new WeightParts(
        mapping.get("points").milli(0, Draft.MAX_MILLI, -1),
        mapping.get("half-life").hours(1, Draft.FIVE_YEARS_IN_HOURS, -1),
        mapping.get("per-day").integer(1, MAX_PER_DAY, -1),
        id);
  }

  /** These parts, and where they say nothing those of {@code base}. */
  WeightParts over(WeightParts base) {
    return new WeightParts(
        points < 0 ? base.points : points,
        halfLifeHours < 0 ? base.halfLifeHours : halfLifeHours,
        perDay < 0 ? base.perDay : perDay,
        category.isEmpty() ? base.category : category);
  }

  boolean isWorthSomething() {
    return points > 0;
  }

  boolean isComplete() {
    return halfLifeHours > 0 && !category.isEmpty();
  }

  int perDayOrUnlimited() {
    return perDay < 0 ? Weight.UNLIMITED : perDay;
  }
}
