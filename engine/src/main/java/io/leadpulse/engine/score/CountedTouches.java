package io.leadpulse.engine.score;

import io.leadpulse.engine.ledger.Ledger;
import io.leadpulse.engine.ledger.SignalTouches;
import io.leadpulse.engine.model.ReturnRule;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.model.Weight;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The touches of one ledger that a scorecard counts, laid out signal by signal: after natural keys,
 * derived signals and {@code per-day}, which do not depend on the hour asked for.
 */
final class CountedTouches {
  private final SignalTable table;
  private final CivilCalendar calendar;
  private final int[] idRanks;
  private final List<Signal> derived;
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

  /** Deals lost after each touch. */
  byte[] losses = new byte[16];

  CountedTouches(ScoringModel model, DamperView[] dampers) {
    this.dampers = dampers;
    table = new SignalTable(model.signals());
    calendar = new CivilCalendar(model.zone());
    idRanks = ranksById(model.signals());
    derived = model.signals().stream().filter(signal -> signal.returns() != null).toList();
  }

  private static int[] ranksById(List<Signal> signals) {
    int[] ranks = new int[signals.size()];
    int[] next = {0};
    signals.stream()
        .sorted(Comparator.comparing(Signal::id))
        .forEach(signal -> ranks[signal.index()] = next[0]++);
    return ranks;
  }

  int idRank(int signal) {
    return idRanks[signal];
  }

  void load(Ledger ledger, int[] lostHours, Scorecard card) {
    size = 0;
    touches.clear();
    for (int i = 0; i < ledger.size(); i++) {
      loadSignal(ledger.signal(i), card);
    }
    for (Signal signal : derived) {
      loadDerived(signal, ledger, card);
    }
    starts[size] = touches.size;
    for (DamperView view : dampers) {
      view.prepare(calendar);
    }
    countLosses(lostHours);
  }

  private void loadSignal(SignalTouches stored, Scorecard card) {
    int index = table.indexOf(stored.signal());
    if (index == SignalTable.NONE) {
      return;
    }
    scratch.load(stored);
    for (DamperView view : dampers) {
      if (view.damper.signals().contains(index)) {
        view.append(scratch);
      }
    }
    Weight weight = card.weights().get(index);
    if (weight != null) {
      count(index, weight, scratch);
    }
  }

  private void loadDerived(Signal signal, Ledger ledger, Scorecard card) {
    Weight weight = card.weights().get(signal.index());
    ReturnRule rule = signal.returns();
    if (weight == null || rule == null) {
      return;
    }
    returns.clear();
    for (int i = 0; i < ledger.size(); i++) {
      if (rule.of().contains(table.indexOf(ledger.signal(i).signal()))) {
        scratch.load(ledger.signal(i));
        returns.append(scratch);
      }
    }
    returns.sort();
    returns.keepReturns(rule.withinDays(), calendar);
    count(signal.index(), weight, returns);
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
    ranks[size] = idRanks[index];
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

  private void countLosses(int[] lostHours) {
    if (losses.length < touches.size) {
      losses = new byte[touches.hours.length];
    }
    for (int i = 0; i < touches.size; i++) {
      int later = 0;
      for (int lost : lostHours) {
        later += touches.hours[i] < lost ? 1 : 0;
      }
      losses[i] = (byte) Math.min(later, DecayedSum.MAX_LOSSES);
    }
  }
}
