package io.leadpulse.engine.lead;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.ShippedModels;
import io.leadpulse.engine.score.Score;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Some leads that are merged and split, each where the job would have it: an input goes to the lead
 * that its id was merged into, along the chain.
 */
final class People {
  /** One a thread, since making one takes longer than most of what is done with it. */
  private static final ThreadLocal<LeadScorer> SCORERS =
      ThreadLocal.withInitial(
          () ->
              LeadRun.scorer(
                  ShippedModels.compiled("b2b-japan").model(), new ScoringSettings(0, 7 * 24)));

  private final Map<String, LeadState> states = new HashMap<>();
  private final Map<String, Map<String, Score>> scores = new HashMap<>();
  private final LeadScorer scorer = SCORERS.get();
  private final LeadStateCodec codec = new LeadStateCodec();

  /**
   * Takes an engagement.
   *
   * @param id of the lead that takes it, or of one that was merged into it
   */
  void take(Engagement event, String id) {
    LeadState state = stateOf(ownerOf(id));
    publish(scorer.onEngagement(state, event, () -> Profile.UNKNOWN));
  }

  void sold(String id, SalesActivity activity) {
    String owner = ownerOf(id);
    publish(scorer.onSalesActivity(stateOf(owner), id, activity, () -> Profile.UNKNOWN));
  }

  /** Merges a lead into another, unless it was merged already or they are one. */
  void merge(String id, String into) {
    String target = ownerOf(into);
    if (stateOf(id).mergedInto() != null || target.equals(id)) {
      return;
    }
    publish(scorer.merging().onDeparture(stateOf(id), id, into, () -> Profile.UNKNOWN));
    byte[] sent = scorer.merging().pack(stateOf(id), id, into, Part.NO_PROFILE, 0).toBytes();
    states.put(id, stateOf(id).movedTo(into));
    LeadPackage arrived = LeadPackage.of(sent);
    publish(scorer.merging().onArrival(stateOf(target), target, arrived, () -> Profile.UNKNOWN));
  }

  void split(String id) {
    if (stateOf(id).mergedInto() == null) {
      return;
    }
    String owner = ownerOf(id);
    LeadPackage leaving =
        scorer.merging().takeOut(stateOf(owner), owner, id, () -> Profile.UNKNOWN);
    publish(scorer.merging().lastStep());
    LeadState back = scorer.merging().unpack(LeadPackage.of(leaving.toBytes()));
    states.put(id, back);
    publish(scorer.merging().onReturn(back, id, () -> Profile.UNKNOWN));
  }

  void end(int hour) {
    states.forEach(
        (id, state) -> {
          if (state.mergedInto() == null) {
            publish(scorer.onEnd(state, id, hour, () -> Profile.UNKNOWN));
          }
        });
  }

  void storeAndRestore() {
    states.replaceAll((id, state) -> codec.read(codec.write(state)));
  }

  String ownerOf(String id) {
    String owner = id;
    for (String next = stateOf(owner).mergedInto(); next != null; ) {
      owner = next;
      next = stateOf(owner).mergedInto();
    }
    return owner;
  }

  LeadState stateOf(String id) {
    return states.computeIfAbsent(id, any -> new LeadState());
  }

  /** The intents of a lead by scorecard, without those of 0. */
  Map<String, Long> intents(String id) {
    Map<String, Long> intents = new TreeMap<>();
    scores
        .getOrDefault(id, Map.of())
        .forEach(
            (card, score) -> {
              if (score.intent() > 0) {
                intents.put(card, score.intent());
              }
            });
    return intents;
  }

  private void publish(@Nullable Step step) {
    if (step == null) {
      return;
    }
    for (ScoreRow row : step.rows()) {
      Map<String, Score> own = scores.computeIfAbsent(row.leadId(), any -> new HashMap<>());
      if (row.content() == null) {
        own.remove(row.scorecard());
      } else {
        own.put(row.scorecard(), row.content().score());
      }
    }
  }
}
