package io.leadpulse.engine.lead;

import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.score.Support;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens, keeps and ends episodes: the stays in HOT. An episode is raised once; what follows updates
 * it; when silence ends it, it is called off.
 */
final class Episodes {
  private final Sight sight;
  private final Rendering rendering;
  private final Step step;

  /**
   * By scorecard, the lowest intent at which any fit would enter: below it nothing needs a look.
   */
  private final long[] lowestEntry;

  Episodes(ScoringModel model, Sight sight, Rendering rendering, Step step) {
    this.sight = sight;
    this.rendering = rendering;
    this.step = step;
    lowestEntry =
        model.scorecards().stream()
            .map(card -> card.hot().enterByFit().values())
            .mapToLong(entries -> entries.stream().min(Long::compare).orElse(Long.MAX_VALUE))
            .toArray();
  }

  /**
   * Ends the episode if it has run out; whatever the cause of the look.
   *
   * @param retracted touches turned out to be a machine's
   */
  void leave(Situation lead, long intent, boolean retracted) {
    if (!isRunOut(lead, intent)) {
      return;
    }
    Standing standing = lead.standing();
    if (retracted && standing.raised && !isTouchedBySales(lead)) {
      recall(lead, intent);
      return;
    }
    close(lead, intent);
    standing.cooldownUntil = lead.hour() + lead.card().hot().cooldownHours();
    standing.noticeIntent = 0;
    if (standing.raised) {
      standing.sequence++;
      send(lead, Alert.Type.COOLED, intent < lead.card().hot().exit() ? "below-exit" : "excluded");
      standing.raised = false;
    }
  }

  /**
   * Goes on with the older of two episodes, for two leads are one person. Sales hears of the other
   * that it is over, and of nothing new.
   *
   * @param other where the lead that came stood
   */
  void join(Situation lead, Standing other, String otherId) {
    Standing standing = lead.standing();
    standing.cooldownUntil = Math.max(standing.cooldownUntil, other.cooldownUntil);
    standing.keepUntil = Math.max(standing.keepUntil, other.keepUntil);
    if (!other.open) {
      return;
    }
    if (!standing.open) {
      standing.takeEpisode(other, otherId);
    } else if (isBefore(other, standing)) {
      callOff(lead, standing.alertedLead(lead.leadId()));
      standing.takeEpisode(other, otherId);
    } else if (other.raised) {
      Standing own = new Standing(standing.scorecard);
      own.takeEpisode(standing, standing.alertedLead(lead.leadId()));
      standing.takeEpisode(other, otherId);
      callOff(lead, standing.raisedAs);
      standing.takeEpisode(own, own.raisedAs);
      standing.episode -= 2;
    }
  }

  /** The one that sales was told of, then the one that began first. */
  private static boolean isBefore(Standing other, Standing standing) {
    return other.raised == standing.raised ? other.entryHour < standing.entryHour : other.raised;
  }

  private void callOff(Situation lead, String raisedAs) {
    Standing standing = lead.standing();
    if (standing.raised) {
      standing.raisedAs = raisedAs;
      standing.sequence++;
      send(lead, Alert.Type.COOLED, "merged");
    }
  }

  /** Takes the alert back because the lead is to be forgotten; nothing of it is in the message. */
  void erase(Situation lead) {
    if (lead.standing().raised) {
      close(lead, 0);
      lead.standing().sequence++;
      send(lead, Alert.Type.RECALLED, "erased");
    }
  }

  /** Takes the alert back as if it had never been: the lead may be hot by its own acts at once. */
  private void recall(Situation lead, long intent) {
    Standing standing = lead.standing();
    close(lead, intent);
    standing.noticeIntent = 0;
    standing.sequence++;
    send(lead, Alert.Type.RECALLED, "machine-made");
    standing.raised = false;
  }

  private static boolean isTouchedBySales(Situation lead) {
    long raisedFrom = Hours.startMillis(lead.standing().entryHour);
    return lead.isHeld() || lead.state().sales.latestAt >= raisedFrom;
  }

  /**
   * Ends or goes on with an episode because the model changed. Sales hears of neither: it has the
   * alert, and what is new is the model and not the lead.
   */
  void changeOver(Situation lead, long intent) {
    Standing standing = lead.standing();
    if (isRunOut(lead, intent)) {
      close(lead, intent);
      standing.suspended = true;
      if (standing.raised) {
        standing.cooldownUntil = lead.hour() + lead.card().hot().cooldownHours();
      }
    } else if (standing.suspended && intent >= lead.card().hot().exit() && !lead.isExcluded()) {
      resume(standing);
    }
  }

  private static boolean isRunOut(Situation lead, long intent) {
    Standing standing = lead.standing();
    return standing.open
        && lead.hour() >= standing.keepUntil
        && (intent < lead.card().hot().exit() || lead.isExcluded());
  }

  private static void close(Situation lead, long intent) {
    lead.standing().open = false;
    lead.standing().tier = intent >= lead.card().warmExit() ? Tier.WARM : Tier.COLD;
  }

  private static void resume(Standing standing) {
    standing.open = true;
    standing.suspended = false;
    if (standing.raised) {
      standing.cooldownUntil = Standing.NEVER_YET;
    }
  }

  /**
   * Lets an accepted input open an episode or add to it.
   *
   * @param handRaise the signal by which the lead asks to be contacted, null for none
   */
  void accept(Situation lead, long intent, @Nullable Signal handRaise) {
    if (lead.standing().open) {
      continueEpisode(lead, intent, handRaise);
    } else if (handRaise != null) {
      raiseHand(lead, intent, handRaise);
    } else if (lead.isHandUp()) {
      openForHandRaise(lead, intent, "hand-raise-after-gate");
    } else {
      enter(lead, intent);
    }
  }

  private void raiseHand(Situation lead, long intent, Signal handRaise) {
    if (lead.isNoCustomer()) {
      step.suppress(Blocker.NOT_A_CUSTOMER);
      return;
    }
    keep(lead);
    if (lead.failedGates() != 0) {
      step.suppress(Blocker.GATE);
    } else {
      openForHandRaise(lead, intent, handRaiseCause(handRaise));
    }
  }

  private void openForHandRaise(Situation lead, long intent, String cause) {
    if (lead.isHeld()) {
      lead.standing().keepUntil = Standing.NEVER_YET;
      update(lead, intent, cause);
    } else {
      open(lead);
      raise(lead, intent, cause);
    }
  }

  private void enter(Situation lead, long intent) {
    if (intent < lowestEntry[lead.card().index()]) {
      return;
    }
    Support support = sight.appraisal().supportAt(lead.hour());
    Set<Blocker> blockers = EntryPolicy.blockers(lead, intent, support);
    if (blockers.isEmpty() && lead.standing().suspended && lead.isCoolingDown()) {
      resume(lead.standing());
      continueEpisode(lead, intent, null);
    } else if (blockers.isEmpty()) {
      open(lead);
      if (lead.isCoolingDown()) {
        step.suppress(Blocker.COOLDOWN);
      } else {
        raise(lead, intent, "threshold");
      }
    } else if (blockers.size() == 1 && lead.isHeld()) {
      inform(lead, intent);
    } else {
      blockers.forEach(step::suppress);
    }
  }

  private void continueEpisode(Situation lead, long intent, @Nullable Signal handRaise) {
    Standing standing = lead.standing();
    if (handRaise != null) {
      keep(lead);
    }
    if (!standing.raised) {
      raisePending(lead, intent, handRaise);
    } else if (handRaise != null) {
      update(lead, intent, handRaiseCause(handRaise));
    } else {
      inform(lead, intent);
    }
  }

  private void raisePending(Situation lead, long intent, @Nullable Signal handRaise) {
    if (lead.isNoCustomer() || lead.isHeld()) {
      step.suppress(EntryPolicy.pendingOn(lead));
    } else if (handRaise != null) {
      raise(lead, intent, handRaiseCause(handRaise));
    } else if (lead.isCoolingDown()) {
      step.suppress(Blocker.COOLDOWN);
    } else {
      raise(lead, intent, "pending-after-cooldown");
    }
  }

  /** Tells of an intent that is up by half since the last notice. */
  private void inform(Situation lead, long intent) {
    if (intent * 2 >= lead.standing().noticeIntent * 3) {
      update(lead, intent, lead.isHeld() ? "held-activity" : "intent-up");
    } else if (lead.isHeld()) {
      step.suppress(Blocker.HELD);
    }
  }

  private static void open(Situation lead) {
    Standing standing = lead.standing();
    standing.open = true;
    standing.raised = false;
    standing.suspended = false;
    standing.raisedAs = "";
    standing.sequence = 0;
    standing.episode++;
    standing.entryHour = Math.max(lead.hour(), standing.entryHour + 1);
  }

  private static void keep(Situation lead) {
    Standing standing = lead.standing();
    int until = lead.hour() + lead.card().hot().handRaiseKeepsHours();
    standing.keepUntil = Math.max(standing.keepUntil, until);
  }

  private void raise(Situation lead, long intent, String cause) {
    lead.standing().raised = true;
    lead.standing().noticeIntent = intent;
    lead.standing().tier = Tier.HOT;
    send(lead, Alert.Type.RAISED, cause);
  }

  private void update(Situation lead, long intent, String cause) {
    lead.standing().sequence++;
    lead.standing().noticeIntent = intent;
    send(lead, Alert.Type.UPDATED, cause);
  }

  private void send(Situation lead, Alert.Type type, String cause) {
    step.add(rendering.alert(lead, type, cause));
  }

  private static String handRaiseCause(Signal signal) {
    return "hand-raise:" + signal.id();
  }
}
