package io.leadpulse.engine.score;

import io.leadpulse.engine.ledger.Ledger;
import io.leadpulse.engine.model.Weight;
import java.util.Arrays;

/**
 * The touches of one ledger that a scorecard counts, laid out signal by signal: after natural keys,
 * derived signals and {@code per-day}, which do not depend on the hour asked for.
 */
final class CountedTouches {
  private final ModelView model;
  private final CivilCalendar calendar;
  private final DamperView[] dampers;
  private final Tally scratch = new Tally();
  private final Tally returns = new Tally();

  /**
   * Signals counted; signal {@code i}'s touches go from {@code starts[i]} to {@code starts[i+1]}.
   */
  int size;

  int[] signals = new int[8];
  Weight[] weights = new Weight[8];
  int[] starts = new int[9];

  /** The place of each signal's id in alphabetical order, which decides ties. */
  int[] ranks = new int[8];

  final Tally touches = new Tally();

  /** Whether there are marks at all; if not, {@link #losses} says nothing. */
  boolean hasLosses;

  /** Marks after each touch. */
  byte[] losses = new byte[16];

  CountedTouches(ModelView model, DamperView[] dampers) {
    this.model = model;
    this.dampers = dampers;
    calendar = new CivilCalendar(model.model.zone());
  }

  int idRank(int signal) {
    return model.idRanks[signal];
  }

  void load(Ledger ledger, int[] markHours, CardView card) {
    size = 0;
    touches.clear();
    for (int at = ledger.first(); at != Ledger.END; at = ledger.next(at)) {
      loadSignal(ledger, at, card);
    }
    for (ModelView.DerivedView signal : model.derived) {
      loadDerived(signal, ledger, card);
    }
    starts[size] = touches.size;
    for (DamperView view : dampers) {
      view.prepare(calendar);
    }
    hasLosses = markHours.length > 0;
    if (hasLosses) {
      countLosses(markHours);
    }
  }

  private void loadSignal(Ledger ledger, int at, CardView card) {
    int index = model.table.indexOf(ledger.signal(at));
    if (index == SignalTable.NONE) {
      return;
    }
    Weight weight = card.weights[index];
    int[] watchers = model.watchers[index];
    if (weight == null && watchers.length == 0) {
      return;
    }
    scratch.load(ledger, at);
    for (int damper : watchers) {
      dampers[damper].append(scratch);
    }
    if (weight != null) {
      count(index, weight, scratch);
    }
  }

  private void loadDerived(ModelView.DerivedView signal, Ledger ledger, CardView card) {
    Weight weight = card.weights[signal.signal];
    if (weight == null) {
      return;
    }
    returns.clear();
    for (int at = ledger.first(); at != Ledger.END; at = ledger.next(at)) {
      int index = model.table.indexOf(ledger.signal(at));
      if (index != SignalTable.NONE && signal.of[index]) {
        scratch.load(ledger, at);
        returns.append(scratch);
      }
    }
    returns.sort();
    returns.keepReturns(signal.withinDays, calendar);
    count(signal.signal, weight, returns);
  }

  private void count(int index, Weight weight, Tally counted) {
    if (weight.perDay() != Weight.UNLIMITED) {
      counted.capPerDay(weight.perDay(), calendar);
    }
    if (counted.size == 0) {
      return;
    }
    if (size == signals.length) {
      grow();
    }
    signals[size] = index;
    weights[size] = weight;
    ranks[size] = model.idRanks[index];
    starts[size] = touches.size;
    touches.append(counted);
    size++;
  }

  private void grow() {
    signals = Arrays.copyOf(signals, size * 2);
    weights = Arrays.copyOf(weights, size * 2);
    ranks = Arrays.copyOf(ranks, size * 2);
    starts = Arrays.copyOf(starts, size * 2 + 1);
  }

  private void countLosses(int[] markHours) {
    if (losses.length < touches.size) {
      losses = new byte[touches.hours.length];
    }
    for (int i = 0; i < touches.size; i++) {
      int later = 0;
      for (int mark : markHours) {
        later += touches.hours[i] < mark ? 1 : 0;
      }
      losses[i] = (byte) Math.min(later, DecayedSum.MAX_LOSSES);
    }
  }
}
