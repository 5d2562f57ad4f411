package io.leadpulse.engine.score;

import io.leadpulse.engine.model.Damper;
import io.leadpulse.engine.model.ReturnRule;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A model laid out for the loops that value leads; one for all scorecards and all leads. */
final class ModelView {
  final ScoringModel model;
  final SignalTable table;
  final CardView[] cards;
  final DerivedView[] derived;

  /** By signal: the indexes of the dampers that it may switch on. */
  final int[][] watchers;

  /** The most categories that a scorecard has. */
  final int categories;

  /** The place of each signal's id in alphabetical order, which decides ties. */
  final int[] idRanks;

  /** A derived signal. */
  static final class DerivedView {
    final int signal;
    final int withinDays;

    /** By signal: whether it is watched. */
    final boolean[] of;

    DerivedView(int signal, ReturnRule rule, int signals) {
      this.signal = signal;
      withinDays = rule.withinDays();
      of = new boolean[signals];
      rule.of().forEach(watched -> of[watched] = true);
    }
  }

  ModelView(ScoringModel model) {
    this.model = model;
    List<Signal> signals = model.signals();
    table = new SignalTable(signals);
    cards =
        model.scorecards().stream()
            .map(card -> new CardView(card, model.dampers()))
            .toArray(CardView[]::new);
    derived = derived(signals);
    watchers = new int[signals.size()][];
    for (Signal signal : signals) {
      watchers[signal.index()] =
          model.dampers().stream()
              .filter(damper -> damper.signals().contains(signal.index()))
              .mapToInt(Damper::index)
              .toArray();
    }
    categories =
        model.scorecards().stream().map(Scorecard::categories).mapToInt(List::size).max().orElse(0);
    idRanks = ranksById(signals);
  }

  private static DerivedView[] derived(List<Signal> signals) {
    List<DerivedView> views = new ArrayList<>();
    for (Signal signal : signals) {
      ReturnRule rule = signal.returns();
      if (rule != null) {
        views.add(new DerivedView(signal.index(), rule, signals.size()));
      }
    }
    return views.toArray(DerivedView[]::new);
  }

  private static int[] ranksById(List<Signal> signals) {
    int[] ranks = new int[signals.size()];
    int[] next = {0};
    signals.stream()
        .sorted(Comparator.comparing(Signal::id))
        .forEach(signal -> ranks[signal.index()] = next[0]++);
    return ranks;
  }
}
