package io.leadpulse.chaos.stage;

import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.LeadStateCodec;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.lead.Step;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.LeadInput.Identified;
import io.leadpulse.jobs.record.LeadInput.Profiled;
import io.leadpulse.jobs.record.LeadInput.Reported;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The engine in one loop under one release from the first record on: no Flink, no timers, no
 * releases that change, nothing that fails.
 */
public final class ColdReplay {
  /** Before {@link Long#MAX_VALUE}, which says that no click waits. */
  private static final long LAST_RELEASE = Long.MAX_VALUE - 1;

  private final LeadScorer scorer;
  private final LeadStateCodec codec = new LeadStateCodec();
  private final Map<String, LeadState> leads = new HashMap<>();
  private final Map<String, Profile> profiles = new HashMap<>();
  private final Outcomes outcomes = new Outcomes();

  public ColdReplay(Release release) {
    CompiledModel model = release.compile();
    scorer =
        new LeadScorer(
            model.model(), model.classifier(), model.profilePolicy(), ScoringSettings.DEFAULT);
  }

  /** Takes a record; each lead's in the order of its partition. */
  public void take(LeadInput input) {
    String lead = input.leadId();
    if (input instanceof Profiled profiled) {
      portray(lead, profiled);
      return;
    }
    if (input instanceof Identified) {
      return; // Drawn by no workload, and dropped by the job.
    }
    LeadState state = leads.computeIfAbsent(lead, id -> new LeadState());
    Step step =
        input instanceof Engaged engaged
            ? scorer.onEngagement(state, engaged.engagement(), profile(lead), scorer, engaged)
            : scorer.onSalesActivity(state, lead, ((Reported) input).activity(), profile(lead));
    outcomes.put(input, step.outcome());
    step.moves().forEach(outcomes::move);
  }

  /** Lets all clicks count that wait for a verdict still. */
  public void release() {
    leads.forEach(
        (lead, state) ->
            scorer
                .onQuarantineEnd(state, lead, LAST_RELEASE, profile(lead))
                .moves()
                .forEach(outcomes::move));
  }

  /** What became of the records taken so far. */
  public Outcomes outcomes() {
    return outcomes;
  }

  private void portray(String lead, Profiled input) {
    outcomes.put(input, Outcome.APPLIED);
    Profile held = profiles.get(lead);
    if (held != null && held.updatedAt() > input.profile().updatedAt()) {
      return;
    }
    profiles.put(lead, input.profile());
    LeadState state = leads.get(lead);
    if (state != null) {
      scorer.onProfile(state, lead, input.profile(), input.recordedAt());
    }
  }

  private Supplier<Profile> profile(String lead) {
    return () -> profiles.getOrDefault(lead, Profile.UNKNOWN);
  }

  public Set<String> leads() {
    return leads.keySet();
  }

  /**
   * What is thought of a lead at an hour, or at its last event if that is later; changes nothing.
   *
   * @param scorecard its id
   * @return null for a lead without a score
   */
  public ScoreRow.@Nullable Content at(String lead, String scorecard, int hour) {
    LeadState state = leads.get(lead);
    if (state == null) {
      return null;
    }
    LeadState copy = codec.read(codec.write(state));
    for (ScoreRow row : scorer.onEnd(copy, lead, hour, profile(lead)).rows()) {
      if (row.scorecard().equals(scorecard)) {
        return row.content();
      }
    }
    return null;
  }

  /** Milli-points by signal, none of them 0. */
  public static Map<String, Long> contributions(ScoreRow.Content content) {
    Map<String, Long> parts = new TreeMap<>();
    content
        .score()
        .contributions()
        .forEach(
            part -> {
              if (part.milliPoints() != 0) {
                parts.put(content.model().signals().get(part.signal()).id(), part.milliPoints());
              }
            });
    return parts;
  }
}
