package io.leadpulse.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One team's or product's view of the ledger: what touches are worth and when a lead is hot.
 *
 * @param index position in {@link ScoringModel#scorecards()}
 * @param id the name; stable across releases
 * @param audience whom it raises alerts of
 * @param weights by signal index; null where the signal is worth nothing here
 * @param warmEnter milli-points
 * @param warmExit milli-points, at most {@code warmEnter}
 */
public record Scorecard(
    int index,
    String id,
    Text title,
    Audience audience,
    List<Category> categories,
    List<@Nullable Weight> weights,
    long warmEnter,
    long warmExit,
    HotRule hot) {

  public Scorecard {
    categories = List.copyOf(categories);
    weights = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(weights));
  }

  /** The number by which keyed state knows this scorecard. */
  public int hash() {
    return StableHash.of32(id);
  }
}
