package io.leadpulse.engine.lead;

import io.leadpulse.engine.classify.ProfileVerdict;
import io.leadpulse.engine.hygiene.RecentEvents;
import io.leadpulse.engine.ledger.Ledger;
import io.leadpulse.engine.ledger.SeenEvents;
import io.leadpulse.engine.score.RunningSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one lead, except the profile. Changed in place by {@link LeadScorer}; stored
 * by {@link LeadStateCodec}. Hours are since the epoch.
 */
public final class LeadState {
  /** Of this object, the list of standings, where the lead stands with sales, and the verdict. */
  private static final int OWN_BYTES = 112 + 40 + 48 + 48;

  final RevisableLedger revisable = new RevisableLedger();

  /** What the lead did, of all that counts now. */
  final Ledger ledger = revisable.ledger;

  final SeenEvents seen = new SeenEvents();
  final SalesStatus sales = new SalesStatus();
  final Evidence evidence = new Evidence();

  /** What was done lately, whose verdicts may change. */
  final RecentEvents recent = new RecentEvents();

  /** The ids that are this person; null as long as the lead's own is the only one. */
  @Nullable MergedIds merged;

  /** The lead that this one was merged into, which has all that was here; null if it was not. */
  @Nullable String mergedInto;

  final List<Standing> standings = new ArrayList<>(1);

  /** The settled clock: the greatest hour of an event taken or a transition made. */
  int clock = Standing.NEVER_YET;

  int prunedAt = Standing.NEVER_YET;

  /** When the ledger will hold nothing that counts any more. */
  int expiry = Standing.NEVER;

  /** Changes accepted so far. */
  long revision;

  /** Machine-made engagements so far. */
  long suspects;

  /** Epoch milliseconds of the latest touch, {@link Long#MIN_VALUE} if there is none. */
  long lastActivityAt = Long.MIN_VALUE;

  /** Kafka time of the newest input taken, epoch milliseconds. */
  long recordedAt;

  /** What the model of {@link #verdictVersion} says of the profile; null if to be judged. */
  @Nullable ProfileVerdict verdict;

  long verdictVersion;

  /** What the touches of the latest hour add up to; not stored. */
  final RunningSums sums = new RunningSums();

  /** The hour of the earliest timer registered for this lead. */
  private int timerHour = Standing.NEVER;

  private boolean profileless;

  /** The account that was told of the lead last; empty if none was. */
  private String account = "";

  /** What the lead did. */
  public Ledger ledger() {
    return ledger;
  }

  public SalesStatus sales() {
    return sales;
  }

  public List<Touch> touches() {
    return evidence.touches();
  }

  public List<Standing> standings() {
    return List.copyOf(standings);
  }

  public int clock() {
    return clock;
  }

  public long revision() {
    return revision;
  }

  public long suspects() {
    return suspects;
  }

  /** Kafka time of the newest input taken, epoch milliseconds; 0 before the first. */
  public long recordedAt() {
    return recordedAt;
  }

  /**
   * The hour at which silence alone changes something, {@link Integer#MAX_VALUE} for never.
   *
   * @throws IllegalStateException if the lead changed and {@link LeadScorer#foresee} did not follow
   */
  public int nextDue() {
    if (!isForeseen()) {
      throw new IllegalStateException("the lead changed since it was foreseen");
    }
    return nextForeseen();
  }

  /** Whether it is known when silence changes something. */
  public boolean isForeseen() {
    for (int i = 0; i < standings.size(); i++) {
      if (standings.get(i).nextDue == Standing.UNFORESEEN) {
        return false;
      }
    }
    return true;
  }

  /** An hour before which silence changes nothing, whether it is foreseen or not. */
  public int notDueBefore() {
    int next = nextForeseen();
    return isForeseen() ? next : Math.min(next, clock + 1);
  }

  /** The hour of the next change by silence as far as it is known. */
  int nextForeseen() {
    int next = expiry;
    for (int i = 0; i < standings.size(); i++) {
      int due = standings.get(i).nextDue;
      next = due < next && due != Standing.UNFORESEEN ? due : next;
    }
    return next;
  }

  /** The lead that this one was merged into; null if it was not. */
  public @Nullable String mergedInto() {
    return mergedInto;
  }

  /** Whether other leads were merged into this one. */
  public boolean isMerged() {
    return merged != null;
  }

  /** The ids of the leads that were merged into this one. */
  public Set<String> aliases() {
    return merged == null ? Set.of() : Set.copyOf(merged.aliases.keySet());
  }

  /**
   * What is left here when the lead is merged into another: where it went, and when its episodes
   * began. An alert of somebody who takes up here again must not have the id of one of theirs.
   */
  public LeadState movedTo(String into) {
    LeadState note = new LeadState();
    note.mergedInto = into;
    standings.forEach(standing -> note.standings.add(standing.trace()));
    return note;
  }

  /** Makes a lead of what was left of one, to take others in. */
  public LeadState takenUp() {
    mergedInto = null;
    return this;
  }

  /** The lead's own id, whichever of a person's ids is given. */
  String ownId(String id) {
    return merged == null ? id : merged.own.id;
  }

  /** What is kept under an id apart from the union; null for a lead of one id. */
  @Nullable Part partOf(String id) {
    return merged == null ? null : merged.of(id);
  }

  /** The events of an id of which copies may come. */
  SeenEvents seenOf(String id) {
    Part part = partOf(id);
    return part == null ? seen : part.state.seen;
  }

  /**
   * Takes what is known under an alias, if it is newer than what is there.
   *
   * @param profile as it is stored
   * @param at when it was changed, epoch milliseconds
   */
  public void aliasProfile(String alias, byte[] profile, long at) {
    Part part = partOf(alias);
    if (part != null && at >= part.profileAt) {
      part.profile = profile;
      part.profileAt = at;
    }
  }

  /** Forgets what is known under an alias; the next profile of it counts, however old. */
  public void removeAliasProfile(String alias) {
    Part part = partOf(alias);
    if (part != null) {
      part.profile = Part.NO_PROFILE;
      part.profileAt = Long.MIN_VALUE;
    }
  }

  /**
   * The newest of what is known under aliases, as it is stored.
   *
   * @param after when the lead's own was changed; only a newer one is wanted
   * @return null if there is none
   */
  public byte @Nullable [] aliasProfile(long after) {
    byte[] newest = null;
    long at = after;
    if (merged != null) {
      for (Part part : merged.aliases.values()) {
        if (part.profile.length > 0 && part.profileAt > at) {
          newest = part.profile;
          at = part.profileAt;
        }
      }
    }
    return newest;
  }

  /** Whether an id is one of this person's that was merged into the lead. */
  public boolean hasAlias(String id) {
    return merged != null && merged.aliases.containsKey(id);
  }

  /**
   * When a click that waits is to be released, epoch milliseconds; {@link Long#MAX_VALUE}: none.
   */
  public long heldUntil() {
    return recent.heldUntil();
  }

  /** The hour of the earliest registered timer, {@link Integer#MAX_VALUE} for none. */
  public int timerHour() {
    return timerHour;
  }

  public void timerHour(int hour) {
    timerHour = hour;
  }

  /** The account that was told of the lead last; empty if none was. */
  public String account() {
    return account;
  }

  public void account(String id) {
    account = id;
  }

  /**
   * What was last published on a scorecard, milli-points; 0 if nothing is.
   *
   * @param scorecard the hash of its id
   */
  public long publishedIntent(int scorecard) {
    for (Standing standing : standings) {
      if (standing.scorecard == scorecard && standing.published) {
        return standing.publishedIntent;
      }
    }
    return 0;
  }

  /** Up to which hour all is settled, hours since the epoch. */
  public int clockHour() {
    return clock;
  }

  /** When the newest event that counted happened, epoch milliseconds. */
  public long lastActivityAt() {
    return lastActivityAt;
  }

  /** Whether it is known that no profile has come; else one has to look. */
  public boolean isProfileless() {
    return profileless;
  }

  public void profileless(boolean none) {
    profileless = none;
  }

  /** Version of the release that judged the lead last, 0 if none has. */
  public long modelVersion() {
    return verdict == null ? 0 : verdictVersion;
  }

  /** Makes the next call judge the profile anew, because it changed. */
  public void forgetVerdict() {
    verdict = null;
  }

  /** The bytes that this lead takes on the heap, about: what a cache of leads has to know. */
  public int footprint() {
    return OWN_BYTES
        + standings.size() * Standing.BYTES
        + sales.markHours.length * Integer.BYTES
        + revisable.footprint()
        + seen.footprint()
        + evidence.footprint()
        + (merged == null ? 0 : merged.footprint())
        + recent.footprint()
        + sums.footprint();
  }

  Standing standing(int scorecard) {
    for (int i = 0; i < standings.size(); i++) {
      if (standings.get(i).scorecard == scorecard) {
        return standings.get(i);
      }
    }
    Standing created = new Standing(scorecard);
    standings.add(created);
    return created;
  }
}
