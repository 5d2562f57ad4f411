package io.leadpulse.engine.lead;

import io.leadpulse.engine.hygiene.Inquiry;
import io.leadpulse.engine.hygiene.RecentEvent;
import io.leadpulse.engine.hygiene.RecentTouch;
import java.util.List;

/** Keeps in a lead's ledger what counts by the verdicts on its recent events. */
final class VerdictApplier {
  private final Step step;
  private final int horizonHours;

  VerdictApplier(Step step, int horizonHours) {
    this.step = step;
    this.horizonHours = horizonHours;
  }

  /**
   * Takes an event; what it counts for is left to the caller, by the verdict that it has then.
   *
   * @param inquiry by the release that judges
   * @return whether touches of others were taken out of the ledger, or put in
   */
  boolean take(LeadState state, RecentEvent event, Inquiry inquiry) {
    inquiry.close(
        state.recent,
        Hours.of(state.recordedAt),
        state.clock,
        (closed, kept) -> close(state, closed, kept));
    if (!inquiry.isFlooded(state.recent, event.hour())) {
      remember(state, event);
    }
    inquiry.take(state.recent, event);
    return apply(state, inquiry.changes());
  }

  private void close(LeadState state, RecentEvent event, List<RecentEvent> kept) {
    state.revisable.close(event, kept, horizonHours);
    if (state.merged != null) {
      Part part = state.merged.ofTag(event.alias());
      part.state.revisable.close(event, ofAlias(kept, event.alias()), horizonHours);
    }
  }

  private void remember(LeadState state, RecentEvent event) {
    List<RecentTouch> touches = event.touches();
    if (state.revisable.hasAny(touches)) {
      List<RecentEvent> recent = state.recent.all();
      state.revisable.remember(touches, recent, horizonHours);
      if (state.merged != null) {
        Part part = state.merged.ofTag(event.alias());
        part.state.revisable.remember(touches, ofAlias(recent, event.alias()), horizonHours);
      }
    }
  }

  private static List<RecentEvent> ofAlias(List<RecentEvent> events, int alias) {
    return events.stream().filter(event -> event.alias() == alias).toList();
  }

  /** Lets clicks count that have waited until a moment; returns whether there are any. */
  boolean release(LeadState state, long until, Inquiry inquiry) {
    inquiry.release(state.recent, until);
    return apply(state, inquiry.changes());
  }

  /** Tells that clicks which wait will not be judged, because the lead is to be forgotten. */
  void erase(LeadState state) {
    for (RecentEvent event : state.recent.all()) {
      if (event.heldUntil() != 0) {
        move(event, Outcome.PENDING, Outcome.ERASED);
      }
    }
  }

  /** Judges all that is recent, because leads have been merged or split. */
  void judgeAnew(LeadState state, Inquiry inquiry) {
    inquiry.judgeAnew(state.recent);
    apply(state, inquiry.changes());
  }

  private boolean apply(LeadState state, List<Inquiry.Change> changes) {
    if (changes.isEmpty()) {
      return false;
    }
    state.sums.forget();
    List<RecentEvent> recent = state.recent.all();
    for (int i = 0; i < changes.size(); i++) {
      apply(state, changes.get(i), recent);
    }
    return true;
  }

  private void apply(LeadState state, Inquiry.Change change, List<RecentEvent> recent) {
    RecentEvent event = change.event();
    applyTo(state, change, recent);
    int suspects = event.isSettled() ? 0 : tell(change);
    state.suspects += suspects;
    if (state.merged != null) {
      Part part = state.merged.ofTag(event.alias());
      applyTo(part.state, change, ofAlias(recent, event.alias()));
      part.state.suspects += suspects;
    }
  }

  private void applyTo(LeadState state, Inquiry.Change change, List<RecentEvent> recent) {
    RecentEvent event = change.event();
    if (change.counted() && !event.counts()) {
      for (RecentTouch touch : event.touches()) {
        state.revisable.retract(touch, event.hour(), recent, horizonHours);
      }
      state.evidence.remove(event.occurredAt(), event.kind());
    } else if (!change.counted() && event.counts()) {
      for (RecentTouch touch : event.touches()) {
        state.revisable.enter(touch, event.hour(), horizonHours);
      }
      state.lastActivityAt = Math.max(state.lastActivityAt, event.occurredAt());
    }
  }

  /** Tells of an outcome that has changed; returns how many suspects there are more by it. */
  private int tell(Inquiry.Change change) {
    RecentEvent event = change.event();
    Outcome from = outcomeBefore(change);
    Outcome to = event.counts() ? Outcome.APPLIED : Outcome.SUSPECT;
    if (from == to) {
      return 0;
    }
    move(event, from, to);
    return (to == Outcome.SUSPECT ? 1 : 0) - (from == Outcome.SUSPECT ? 1 : 0);
  }

  private void move(RecentEvent event, Outcome from, Outcome to) {
    step.add(
        new Move(
            event.kind(),
            event.occurredAt(),
            event.partition(),
            event.offset(),
            from,
            to,
            event.reasons()));
  }

  private static Outcome outcomeBefore(Inquiry.Change change) {
    if (change.held()) {
      return Outcome.PENDING;
    }
    return change.counted() ? Outcome.APPLIED : Outcome.SUSPECT;
  }
}
