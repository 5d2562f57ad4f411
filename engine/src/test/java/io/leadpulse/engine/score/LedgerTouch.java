package io.leadpulse.engine.score;

import io.leadpulse.engine.ledger.Ledger;
import io.leadpulse.engine.model.OncePer;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A classified touch of a property's case. */
record LedgerTouch(int signal, int hour, int count, long key) {

  void addTo(Ledger ledger, ScoringModel model) {
    Signal of = model.signals().get(signal);
    if (of.oncePer() == OncePer.TOUCH) {
      ledger.add(of.hash(), hour, count);
    } else {
      ledger.addKeyed(of.hash(), key, hour, model.horizonHours());
    }
  }

  static Ledger ledger(List<LedgerTouch> touches, ScoringModel model) {
    Ledger ledger = new Ledger();
    touches.forEach(touch -> touch.addTo(ledger, model));
    return ledger;
  }

  /** Touches in the span before {@code end}, crowded enough to meet caps and repeated keys. */
  static List<LedgerTouch> random(
      SplittableRandom random, ScoringModel model, int end, int spanHours, int mostCount) {
    List<LedgerTouch> touches = new ArrayList<>();
    int size = random.nextInt(25);
    int derived = model.signals().size() - 1;
    for (int i = 0; i < size; i++) {
      int hour =
          touches.isEmpty() || random.nextInt(3) > 0
              ? end - random.nextInt(spanHours)
              : touches.get(random.nextInt(touches.size())).hour() - random.nextInt(30);
      touches.add(
          new LedgerTouch(
              random.nextInt(derived), hour, random.nextInt(1, mostCount + 1), random.nextInt(4)));
    }
    return touches;
  }
}
