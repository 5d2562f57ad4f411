package io.leadpulse.engine.lead;

import io.leadpulse.engine.classify.NaturalKey;
import io.leadpulse.engine.event.Channel;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.hygiene.Facts;
import io.leadpulse.engine.hygiene.Origin;
import io.leadpulse.engine.hygiene.RecentEvent;
import io.leadpulse.engine.hygiene.RecentTouch;
import io.leadpulse.engine.model.OncePer;
import io.leadpulse.engine.model.Signal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts into a lead's ledger what an engagement counts for. What a machine cannot fake counts at
 * once and for good; the rest as long as its verdict is in its favour.
 */
final class TouchRecorder {
  private final ScoringSettings settings;
  private final Step step;
  private final Evaluator evaluator;
  private final VerdictApplier applier;
  private final int horizonHours;

  private boolean accepted;
  private boolean revised;
  private @Nullable Signal handRaise;

  TouchRecorder(
      ScoringSettings settings,
      Step step,
      Evaluator evaluator,
      VerdictApplier applier,
      int horizon) {
    this.settings = settings;
    this.step = step;
    this.evaluator = evaluator;
    this.applier = applier;
    horizonHours = horizon;
  }

  /** Whether the engagement taken last counts for a signal, now. */
  boolean isAccepted() {
    return accepted;
  }

  /** Whether it changed the verdict on others. */
  boolean isRevised() {
    return revised;
  }

  /** The signal of the engagement taken last by which the lead asks to be contacted. */
  @Nullable Signal handRaise() {
    return handRaise;
  }

  /** Takes an engagement that came for the first time. */
  void take(LeadState state, Engagement event, Judge judge, Origin origin) {
    begin();
    int count = judge.classify(event);
    if (!Facts.concern(event, count > 0)) {
      enter(state, event, judge, count, true);
      return;
    }
    List<RecentTouch> touches = touchesInDoubt(event, judge, count);
    boolean human = touches.size() < count;
    long heldUntil = touches.isEmpty() ? 0 : heldUntil(event, judge);
    int alias = aliasOf(state, event);
    boolean hidden = judge.isHidden(event);
    RecentEvent recent =
        Facts.of(event, origin, 0, hidden, human, human, heldUntil, touches, alias);
    revised = applier.take(state, recent, judge.inquiry);
    if (human || recent.counts()) {
      enter(state, event, judge, count, recent.counts());
    } else if (recent.reasons() != 0) {
      countSuspect(state, event);
      step.suspect(recent.reasons());
    } else {
      addEvidence(state, event, judge.hash(0));
      step.hold(recent.heldUntil());
    }
  }

  /**
   * Takes an engagement that says itself that it is a machine's. It is worth nothing, but may
   * betray others: a mail scanner that is known for one click made those around it too.
   */
  void takeSuspect(LeadState state, Engagement event, int known, Judge judge, Origin origin) {
    begin();
    countSuspect(state, event);
    step.suspect(known);
    if (event.channel() == Channel.EMAIL) {
      RecentEvent recent =
          Facts.of(
              event,
              origin,
              known,
              judge.isHidden(event),
              false,
              false,
              0,
              List.of(),
              aliasOf(state, event));
      revised = applier.take(state, recent, judge.inquiry);
    }
  }

  private static int aliasOf(LeadState state, Engagement event) {
    Part part = state.partOf(event.leadId());
    return part == null ? 0 : part.tag();
  }

  private static void countSuspect(LeadState state, Engagement event) {
    state.suspects++;
    Part part = state.partOf(event.leadId());
    if (part != null) {
      part.state.suspects++;
    }
  }

  private static void addEvidence(LeadState state, Engagement event, int signal) {
    state.evidence.add(event, signal);
    Part part = state.partOf(event.leadId());
    if (part != null) {
      part.state.evidence.add(event, signal);
    }
  }

  /** Lets clicks count that have waited until a moment. */
  void release(LeadState state, long until, Judge judge) {
    begin();
    accepted = applier.release(state, until, judge.inquiry);
  }

  private void begin() {
    accepted = false;
    revised = false;
    handRaise = null;
  }

  /** In live operation a click waits from when it came: it may have come late. */
  private long heldUntil(Engagement event, Judge judge) {
    if (event.kind() != EventKind.CLICK || judge.quarantineMillis == 0) {
      return 0;
    }
    return judge.quarantineMillis
        + (settings.byEventTime() ? event.occurredAt() : event.recordedAt());
  }

  private static List<RecentTouch> touchesInDoubt(Engagement event, Judge judge, int count) {
    List<RecentTouch> touches = count == 0 ? List.of() : new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Signal signal = judge.signal(i);
      if (!isHuman(signal)) {
        boolean keyed = signal.oncePer() != OncePer.TOUCH;
        touches.add(new RecentTouch(judge.hash(i), keyed, keyed ? key(signal, event, judge) : 0));
      }
    }
    return touches;
  }

  private static boolean isHuman(Signal signal) {
    return signal.human() || signal.handRaise();
  }

  private static long key(Signal signal, Engagement event, Judge judge) {
    int day = judge.calendar.dayOf(Hours.of(event.occurredAt()));
    return NaturalKey.of(signal.oncePer(), event, day);
  }

  /**
   * Puts an engagement into the ledger.
   *
   * @param all its signals count; else only those that machines cannot fake
   */
  private void enter(LeadState state, Engagement event, Judge judge, int count, boolean all) {
    int hour = Hours.of(event.occurredAt());
    boolean latest = hour == state.clock;
    Part part = state.partOf(event.leadId());
    for (int i = 0; i < count; i++) {
      Signal signal = judge.signal(i);
      if (!all && !isHuman(signal)) {
        continue;
      }
      if (!accepted) {
        accepted = true;
        addEvidence(state, event, judge.hash(i));
      }
      boolean own = addTouch(state.revisable, signal, judge.hash(i), event, judge);
      if (part != null) {
        addTouch(part.state.revisable, signal, judge.hash(i), event, judge);
      }
      if (own && signal.handRaise()) {
        handRaise = signal;
      }
      if (own && latest) {
        evaluator.touched(state, judge.hash(i), hour);
      }
    }
    if (accepted) {
      state.lastActivityAt = Math.max(state.lastActivityAt, event.occurredAt());
    }
    if (!latest) {
      state.sums.forget();
    }
  }

  private boolean addTouch(
      RevisableLedger revisable, Signal signal, int hash, Engagement event, Judge judge) {
    int hour = Hours.of(event.occurredAt());
    if (signal.oncePer() == OncePer.TOUCH) {
      revisable.ledger.add(hash, hour, 1);
      return true;
    }
    long key = key(signal, event, judge);
    return isHuman(signal)
        ? revisable.addKeyed(hash, key, hour, horizonHours)
        : revisable.ledger.addKeyed(hash, key, hour, horizonHours);
  }
}
