package io.leadpulse.engine.lead;

import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;

/**
 * Where a lead stands on one scorecard: its tier and episode, what was last published, and when
 * silence alone will change something. Hours are since the epoch.
 */
public final class Standing {
  /** An hour before all others: never yet. */
  static final int NEVER_YET = Integer.MIN_VALUE;

  /** An hour after all others: not to be expected. */
  static final int NEVER = Integer.MAX_VALUE;

  /** Instead of an hour: not worked out since the lead changed. */
  static final int UNFORESEEN = Integer.MIN_VALUE;

  /** What one takes on the heap, about. */
  static final int BYTES = 120;

  final int scorecard;

  Tier tier = Tier.COLD;

  /** Number of the current or last episode; 0 before the first. */
  int episode;

  boolean open;
  int entryHour = NEVER_YET;
  int keepUntil = NEVER_YET;
  int cooldownUntil = NEVER_YET;

  /** Whether the alert of the episode went out and its end did not. */
  boolean raised;

  /** The id under which the alert of the episode went out, if that was merged since; else empty. */
  String raisedAs = "";

  /** Whether a release of the model ended the episode, which may go on where it was. */
  boolean suspended;

  /** Alerts that followed the raised one. */
  int sequence;

  /** The intent that sales was last told of, in milli-points. */
  long noticeIntent;

  boolean published;
  long publishedIntent;
  Tier publishedTier = Tier.COLD;
  Fit publishedFit = Fit.UNKNOWN;
  Exclusion publishedExclusion = Exclusion.NONE;
  boolean publishedHeld;
  long publishedVersion;

  /** The hour at which silence alone changes something, unless {@link #UNFORESEEN}. */
  int nextDue = NEVER;

  Standing(int scorecard) {
    this.scorecard = scorecard;
  }

  /** The id that the alerts of the episode are found by. */
  String alertedLead(String leadId) {
    return raisedAs.isEmpty() ? leadId : raisedAs;
  }

  /** Goes on with the episode of another standing. */
  void takeEpisode(Standing other, String otherId) {
    episode++;
    open = true;
    raised = other.raised;
    suspended = other.suspended;
    tier = Tier.HOT;
    entryHour = other.entryHour;
    // News of a lead that sales has are numbered on, whatever episode there is.
    sequence = Math.max(sequence, other.sequence);
    noticeIntent = other.noticeIntent;
    raisedAs = other.raised ? other.alertedLead(otherId) : "";
  }

  /** Leaves the scorecard, which is no more; what it may come back with stays. */
  void retire() {
    open = false;
    raised = false;
    suspended = false;
    tier = Tier.COLD;
    published = false;
    nextDue = NEVER;
  }

  /** No more than when the last episode began, and how many messages there were. */
  Standing trace() {
    Standing trace = new Standing(scorecard);
    trace.episode = episode;
    trace.entryHour = entryHour;
    trace.sequence = sequence;
    return trace;
  }

  /** The hash of the scorecard's id. */
  public int scorecard() {
    return scorecard;
  }

  public Tier tier() {
    return tier;
  }

  public int episode() {
    return episode;
  }

  /** Whether an episode is open, raised or still pending. */
  public boolean isOpen() {
    return open;
  }
}
