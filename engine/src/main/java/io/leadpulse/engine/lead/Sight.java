package io.leadpulse.engine.lead;

import io.leadpulse.engine.score.Appraisal;
import org.jspecify.annotations.Nullable;

/**
 * The appraisal of the lead and scorecard that are looked at, loaded when first asked for: most
 * events publish nothing and need only the intent, which is known without it.
 */
final class Sight {
  private final Appraisal appraisal;
  private @Nullable Situation lead;

  Sight(Appraisal appraisal) {
    this.appraisal = appraisal;
  }

  /** Turns to a lead and scorecard; its ledger does not change as long as it is looked at. */
  void turnTo(Situation other) {
    lead = other;
  }

  Appraisal appraisal() {
    Situation unseen = lead;
    if (unseen != null) {
      lead = null;
      LeadState state = unseen.state();
      appraisal.load(
          state.ledger, state.sales.markHours(), unseen.card(), unseen.verdict().activeDampers());
    }
    return appraisal;
  }
}
