package io.leadpulse.engine.lead;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What one input did to one lead. Belongs to its {@link LeadScorer}, which fills it anew at each
 * call: read it before the next one.
 */
public final class Step {
  private final List<Alert> alerts = new ArrayList<>(2);
  private final List<ScoreRow> rows = new ArrayList<>(2);
  private final List<Impact> impacts = new ArrayList<>(2);
  private final EnumSet<Blocker> suppressed = EnumSet.noneOf(Blocker.class);
  private Outcome outcome = Outcome.APPLIED;
  private boolean matched;

  void clear() {
    alerts.clear();
    rows.clear();
    impacts.clear();
    suppressed.clear();
    outcome = Outcome.APPLIED;
    matched = false;
  }

  void outcome(Outcome value) {
    outcome = value;
  }

  void matched(boolean value) {
    matched = value;
  }

  void add(Alert alert) {
    alerts.add(alert);
  }

  void add(ScoreRow row) {
    rows.removeIf(earlier -> earlier.scorecard().equals(row.scorecard()));
    rows.add(row);
  }

  void add(Impact impact) {
    impacts.add(impact);
  }

  void suppress(Blocker blocker) {
    suppressed.add(blocker);
  }

  public Outcome outcome() {
    return outcome;
  }

  /** Whether an applied engagement counted for a signal. */
  public boolean isMatched() {
    return matched;
  }

  /** Alerts to send at once, in order. */
  public List<Alert> alerts() {
    return alerts;
  }

  /** Rows to publish, the latest per scorecard. */
  public List<ScoreRow> rows() {
    return rows;
  }

  /** Who entered or left HOT by a change of the model. */
  public List<Impact> impacts() {
    return impacts;
  }

  /** What alone kept this input from raising an alert, if the intent was high enough. */
  public Set<Blocker> suppressed() {
    return suppressed;
  }
}
