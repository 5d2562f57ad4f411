package io.leadpulse.jobs.oracle;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.Move;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.lead.Step;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.ModelParser;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.LeadInput.Profiled;
import io.leadpulse.jobs.record.LeadInput.Reported;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole job as one loop over one log: a map of leads, a map of profiles, no timers, no topics,
 * no state backend. It shares the arithmetic with the job and nothing else.
 */
public final class Oracle {
  private final List<Judge> judges = new ArrayList<>();
  private final Map<String, LeadState> leads = new HashMap<>();
  private final Map<String, Profile> profiles = new HashMap<>();
  private static final int NO_HOUR = Integer.MIN_VALUE;

  private final Map<String, ScoreRow.Content> rows = new TreeMap<>();
  private final List<Alert> alerts = new ArrayList<>();
  private final Map<SourceTopic, Map<Outcome, Long>> outcomes = new EnumMap<>(SourceTopic.class);

  public Oracle(List<Release> releases, ScoringSettings settings) {
    for (Release release : releases) {
      judges.add(new Judge(release.version(), release.effectiveAt(), scorer(release, settings)));
    }
    judges.sort(Comparator.comparingLong(Judge::version));
  }

  private static LeadScorer scorer(Release release, ScoringSettings settings) {
    CompiledModel model =
        ModelParser.parse("oracle.yaml", release.yaml(), release.version()).orThrow();
    return new LeadScorer(model.model(), model.classifier(), model.profilePolicy(), settings);
  }

  /** Judges all leads at the end hour, by the newest release. */
  public void end(int hour) {
    LeadScorer newest = judges.get(judges.size() - 1).scorer();
    leads.forEach(
        (id, state) ->
            keep(meet(id, state, newest, hour).onEnd(state, id, hour, () -> profileOf(id))));
  }

  /**
   * Lets clicks count that have waited long enough.
   *
   * @param until the time that has been reached, epoch milliseconds
   */
  public void releaseClicks(long until) {
    LeadScorer newest = judges.get(judges.size() - 1).scorer();
    leads.forEach(
        (id, state) -> keep(newest.onQuarantineEnd(state, id, until, () -> profileOf(id))));
  }

  /** Nobody is scored by an older release than before; what was due by the old one comes first. */
  private LeadScorer meet(String id, LeadState state, LeadScorer judge, int hour) {
    long version = state.modelVersion();
    if (version == 0 || version == judge.model().version()) {
      return judge;
    }
    LeadScorer before =
        judges.stream().filter(j -> j.version() == version).findFirst().orElseThrow().scorer();
    if (version > judge.model().version()) {
      return before;
    }
    keep(before.onTime(state, id, hour, () -> profileOf(id)));
    keep(judge.onRelease(state, id, before, hour, () -> profileOf(id)));
    return judge;
  }

  public void take(LeadInput input) {
    count(input.source(), judge(input, judgeAt(input.recordedAt())), 1);
  }

  private void count(SourceTopic source, Outcome outcome, long more) {
    outcomes
        .computeIfAbsent(source, any -> new EnumMap<>(Outcome.class))
        .merge(outcome, more, Long::sum);
  }

  private Outcome judge(LeadInput input, LeadScorer scorer) {
    String id = input.leadId();
    if (input instanceof Profiled profiled) {
      return profile(id, profiled, scorer);
    }
    LeadState state = leads.computeIfAbsent(id, lead -> new LeadState());
    if (input instanceof Engaged engaged) {
      Engagement event = engaged.engagement();
      int hour = scorer.suspicions(event) == 0 ? Hours.of(event.occurredAt()) : NO_HOUR;
      LeadScorer own = meet(id, state, scorer, hour);
      return keep(own.onEngagement(state, event, () -> profileOf(id), scorer, engaged));
    }
    SalesActivity activity = ((Reported) input).activity();
    LeadScorer own = meet(id, state, scorer, Hours.of(activity.occurredAt()));
    return keep(own.onSalesActivity(state, id, activity, () -> profileOf(id)));
  }

  private Outcome profile(String id, Profiled input, LeadScorer scorer) {
    Profile held = profiles.get(id);
    if (held != null && held.equals(input.profile())) {
      return Outcome.DUPLICATE;
    }
    if (held == null || held.updatedAt() <= input.profile().updatedAt()) {
      LeadState state = leads.get(id);
      LeadScorer own = state == null ? scorer : meet(id, state, scorer, NO_HOUR);
      profiles.put(id, input.profile());
      if (state != null) {
        keep(own.onProfile(state, id, input.profile(), input.recordedAt()));
      }
    }
    return Outcome.APPLIED;
  }

  private Profile profileOf(String id) {
    return profiles.getOrDefault(id, Profile.UNKNOWN);
  }

  /** The highest version in effect; before the first takes effect, the first. */
  private LeadScorer judgeAt(long kafkaTime) {
    LeadScorer found = judges.get(0).scorer();
    for (Judge judge : judges) {
      found = judge.effectiveAt() <= kafkaTime ? judge.scorer() : found;
    }
    return found;
  }

  private Outcome keep(Step step) {
    alerts.addAll(step.alerts());
    for (Move move : step.moves()) {
      SourceTopic source = SourceTopic.of(move.kind().channel());
      count(source, move.from(), -1);
      count(source, move.to(), 1);
    }
    for (ScoreRow row : step.rows()) {
      String key = row.leadId() + "/" + row.scorecard();
      if (row.content() == null) {
        rows.remove(key);
      } else {
        rows.put(key, row.content());
      }
    }
    return step.outcome();
  }

  /** The latest row by {@code lead/scorecard}. */
  public Map<String, ScoreRow.Content> rows() {
    return rows;
  }

  /** Every alert, in the order of the log. */
  public List<Alert> alerts() {
    return alerts;
  }

  public long count(SourceTopic source, Outcome outcome) {
    return outcomes.getOrDefault(source, Map.of()).getOrDefault(outcome, 0L);
  }

  private record Judge(long version, long effectiveAt, LeadScorer scorer) {}
}
