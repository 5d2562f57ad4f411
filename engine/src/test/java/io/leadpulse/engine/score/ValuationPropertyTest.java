package io.leadpulse.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.ledger.Ledger;
import io.leadpulse.engine.model.OncePer;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.property.Lists;
import io.leadpulse.engine.property.Models;
import io.leadpulse.engine.property.Property;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sums kept up touch by touch against a look at the whole ledger. */
class ValuationPropertyTest {
  private static final int END = 500_000;
  private static final int THREE_DAYS = 3 * 24;
  private static final int[] NO_LOSSES = {};

  private record Case(ScoringModel model, List<LedgerTouch> touches, long profileDampers) {
    static Case of(SplittableRandom random) {
      ScoringModel model = Models.random(random);
      List<LedgerTouch> touches = LedgerTouch.random(random, model, END, THREE_DAYS, 1);
      return new Case(
          model,
          touches.stream().sorted(Comparator.comparingInt(LedgerTouch::hour)).toList(),
          random.nextInt(8));
    }

    Case with(List<LedgerTouch> fewer) {
      return new Case(model, fewer, profileDampers);
    }
  }

  @Test
  void sumsKeptUpAreThoseOfTheWholeLedger() {
    Property.check(
        Case::of,
        whole -> Lists.smaller(whole.touches()).stream().map(whole::with).toList(),
        ValuationPropertyTest::check);
  }

  private static void check(Case given) {
    Valuation valuation = new Valuation(given.model);
    Appraisal whole = new Appraisal(given.model);
    Ledger ledger = new Ledger();
    RunningSums sums = new RunningSums();
    valuation.begin(sums, given.profileDampers);
    for (LedgerTouch touch : given.touches) {
      if (isOwn(ledger, touch, given.model)) {
        Signal signal = given.model.signals().get(touch.signal());
        valuation.touched(sums, ledger, signal.hash(), touch.hour());
      }
      for (Scorecard card : given.model.scorecards()) {
        whole.load(ledger, NO_LOSSES, card, given.profileDampers);
        long intent = whole.intentAt(touch.hour());
        if (valuation.isKnown(sums, card, touch.hour())) {
          assertThat(valuation.intent(sums, card)).as("after %s", touch).isEqualTo(intent);
        } else {
          whole.intentAt(touch.hour(), sums);
        }
      }
    }
  }

  /** Puts a touch in; whether it counts by itself. */
  private static boolean isOwn(Ledger ledger, LedgerTouch touch, ScoringModel model) {
    Signal signal = model.signals().get(touch.signal());
    if (signal.oncePer() == OncePer.TOUCH) {
      ledger.add(signal.hash(), touch.hour(), 1);
      return true;
    }
    return ledger.addKeyed(signal.hash(), touch.key(), touch.hour(), model.horizonHours());
  }
}
