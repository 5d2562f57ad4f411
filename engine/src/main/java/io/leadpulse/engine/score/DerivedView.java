package io.leadpulse.engine.score;

import io.leadpulse.engine.model.ReturnRule;

/** A derived signal, with the signals that it watches as flags by index. */
final class DerivedView {
  final int signal;
  final ReturnRule rule;
  private final boolean[] watched;

  /**
   * @param signals how many the model has
   */
  DerivedView(int signal, ReturnRule rule, int signals) {
    this.signal = signal;
    this.rule = rule;
    watched = new boolean[signals];
    rule.of().forEach(index -> watched[index] = true);
  }

  boolean watches(int index) {
    return watched[index];
  }
}
