package io.leadpulse.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * A behaviour that the model names. Either {@code matcher} says which engagements count, or {@code
 * returns} derives it from other signals' touches.
 *
 * @param index position in {@link ScoringModel#signals()}
 * @param id the name; stable across releases, the ledger knows the signal by its hash
 * @param human a machine cannot fake it
 * @param handRaise the lead asks to be contacted: opens an episode by itself
 * @param topic of interest, empty for none
 */
public record Signal(
    int index,
    String id,
    @Nullable Matcher matcher,
    @Nullable ReturnRule returns,
    OncePer oncePer,
    boolean human,
    boolean handRaise,
    String topic,
    Text label) {

  /** The number by which keyed state knows this signal. */
  public int hash() {
    return StableHash.of32(id);
  }
}
