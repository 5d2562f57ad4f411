package io.leadpulse.engine.lead;

import io.leadpulse.engine.hygiene.SuspectReason;
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
  private final List<Move> moves = new ArrayList<>(2);
  private Outcome outcome = Outcome.APPLIED;
  private int reasons;
  private long heldUntil;
  private boolean matched;

  void clear() {
    alerts.clear();
    rows.clear();
    impacts.clear();
    suppressed.clear();
    moves.clear();
    reasons = 0;
    heldUntil = 0;
    outcome = Outcome.APPLIED;
    matched = false;
  }

  void outcome(Outcome value) {
    outcome = value;
  }

  void suspect(int bits) {
    reasons = bits;
    outcome = Outcome.SUSPECT;
  }

  void hold(long until) {
    heldUntil = until;
    outcome = Outcome.PENDING;
  }

  void add(Move move) {
    moves.add(move);
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

  /** Bits of the {@link SuspectReason}s of a suspect. */
  public int reasons() {
    return reasons;
  }

  /** When a click that is pending is to be released, epoch milliseconds; 0 if none is. */
  public long heldUntil() {
    return heldUntil;
  }

  /** Engagements of before whose verdict has changed. */
  public List<Move> moves() {
    return moves;
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
