package io.leadpulse.engine.classify;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.expression.Conditions;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says for which signals an event counts. Signals that do not match cost nothing, however many a
 * model has, and classifying makes no objects.
 *
 * <p>Not safe for use by several threads at a time, since it reuses its notes from event to event:
 * each thread takes its own {@link #copy()}, which shares the index.
 */
public final class Classifier {
  private final @Nullable KindIndex[] byKind;
  private final int capacity;

  /** For each candidate of a kind, the number of the event for which it was last looked at. */
  private final int[] looked;

  /** For each rule of a kind, the number of the event for which it was last decided. */
  private final int[] decided;

  private final LiteralScan.Sink sink = this::consider;
  private int eventNumber;
  private @Nullable KindIndex index;
  private @Nullable Engagement event;
  private int[] matched = {};
  private int count;

  private Classifier(@Nullable KindIndex[] byKind, int candidates, int rules, int capacity) {
    this.byKind = byKind;
    this.capacity = capacity;
    looked = new int[candidates];
    decided = new int[rules];
  }

  /**
   * A classifier for a model.
   *
   * @throws IllegalArgumentException if an expression of the model does not compile
   */
  public static Classifier of(ScoringModel model) {
    return of(model, new Conditions());
  }

  /** A classifier for a model some of whose expressions were compiled before. */
  public static Classifier of(ScoringModel model, Conditions conditions) {
    EventKind[] kinds = EventKind.values();
    @Nullable KindIndex[] byKind = new KindIndex[kinds.length];
    int candidates = 0;
    int rules = 0;
    int capacity = 0;
    for (EventKind kind : kinds) {
      List<Signal> ofKind = new ArrayList<>();
      for (Signal signal : model.signals()) {
        if (signal.matcher() != null && signal.matcher().on() == kind) {
          ofKind.add(signal);
        }
      }
      if (!ofKind.isEmpty()) {
        KindIndex built = new KindIndex(ofKind, conditions);
        byKind[kind.ordinal()] = built;
        candidates = Math.max(candidates, built.candidates());
        rules = Math.max(rules, built.rules());
        capacity = Math.max(capacity, built.capacity());
      }
    }
    return new Classifier(byKind, candidates, rules, capacity);
  }

  /** The same for another thread. */
  public Classifier copy() {
    return new Classifier(byKind, looked.length, decided.length, capacity);
  }

  /** The most signals that one event can match: the length that {@code matched} needs. */
  public int capacity() {
    return capacity;
  }

  /**
   * Writes the indexes of the signals for which the event counts, ascending, and returns how many.
   *
   * @param matchedSignals receives the indexes; at least {@link #capacity()} long
   */
  public int classify(Engagement engagement, int[] matchedSignals) {
    KindIndex ofKind = byKind[engagement.kind().ordinal()];
    index = ofKind;
    if (ofKind == null) {
      return 0;
    }
    if (++eventNumber == 0) {
      Arrays.fill(looked, 0);
      Arrays.fill(decided, 0);
      eventNumber = 1;
    }
    event = engagement;
    matched = matchedSignals;
    count = 0;
    ofKind.candidates(engagement, sink);
    event = null;
    if (count == 0) {
      int[] otherwise = ofKind.otherwise();
      System.arraycopy(otherwise, 0, matchedSignals, 0, otherwise.length);
      return otherwise.length;
    }
    if (count > 1) {
      Arrays.sort(matchedSignals, 0, count);
    }
    return count;
  }

  /**
   * How many candidates the last event was held against. For measurements: nothing counts while
   * events are classified, so it takes time by the number of signals.
   */
  public int inspected() {
    return index == null ? 0 : (int) Arrays.stream(looked).filter(n -> n == eventNumber).count();
  }

  private void consider(int candidate) {
    if (looked[candidate] == eventNumber || index == null || event == null) {
      return;
    }
    looked[candidate] = eventNumber;
    int rule = index.rule(candidate);
    if (decided[rule] == eventNumber || !index.isCarried(candidate, event)) {
      return;
    }
    decided[rule] = eventNumber;
    if (index.holds(candidate, event)) {
      matched[count++] = index.signal(rule);
    }
  }
}
