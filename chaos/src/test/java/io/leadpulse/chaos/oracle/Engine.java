package io.leadpulse.chaos.oracle;

import io.leadpulse.chaos.workload.Entry;
import io.leadpulse.chaos.workload.Records;
import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.lead.Step;
import io.leadpulse.engine.lead.Tier;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.LeadInput.Profiled;
import io.leadpulse.jobs.record.LeadInput.Reported;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The job's own engine in one loop: no timers, no topics, nothing that fails. */
final class Engine {
  private final LeadScorer scorer;
  private final Records records = new Records();
  private final Map<String, LeadState> leads = new HashMap<>();
  private final Map<String, Profile> profiles = new HashMap<>();
  private final Map<String, Verdict> verdicts = new TreeMap<>();
  private final List<Notice> notices = new ArrayList<>();
  private final Map<String, Map<String, Long>> outcomes = new TreeMap<>();

  Engine() {
    CompiledModel model = records.model();
    scorer =
        new LeadScorer(
            model.model(), model.classifier(), model.profilePolicy(), ScoringSettings.DEFAULT);
  }

  Map<String, Verdict> verdicts() {
    return verdicts;
  }

  List<Notice> notices() {
    return notices;
  }

  Map<String, Map<String, Long>> outcomes() {
    return outcomes;
  }

  void take(Entry entry) {
    Outcome outcome = judge(records.read(entry));
    outcomes
        .computeIfAbsent(entry.lane().source(), lane -> new TreeMap<>())
        .merge(outcome.term(), 1L, Long::sum);
  }

  private Outcome judge(LeadInput input) {
    String lead = input.leadId();
    if (input instanceof Profiled profiled) {
      Profile held = profiles.get(lead);
      if (profiled.profile().equals(held)) {
        return Outcome.DUPLICATE;
      }
      profiles.put(lead, profiled.profile());
      LeadState state = leads.get(lead);
      return state == null
          ? Outcome.APPLIED
          : keep(scorer.onProfile(state, lead, profiled.profile(), input.recordedAt()));
    }
    LeadState state = leads.computeIfAbsent(lead, id -> new LeadState());
    if (input instanceof Engaged engaged) {
      return keep(scorer.onEngagement(state, engaged.engagement(), profile(lead)));
    }
    return keep(scorer.onSalesActivity(state, lead, ((Reported) input).activity(), profile(lead)));
  }

  private Supplier<Profile> profile(String lead) {
    return () -> profiles.getOrDefault(lead, Profile.UNKNOWN);
  }

  void end(int hour) {
    leads.forEach((lead, state) -> keep(scorer.onEnd(state, lead, hour, profile(lead))));
  }

  private Outcome keep(Step step) {
    for (Alert alert : step.alerts()) {
      String id =
          alert.type() == Alert.Type.RAISED
              ? alert.alertId()
              : alert.alertId() + ":" + alert.type() + ":" + alert.sequence();
      notices.add(
          new Notice(
              id, alert.leadId(), alert.scorecard().id(), alert.cause(), alert.score().intent()));
    }
    for (ScoreRow row : step.rows()) {
      verdicts.remove(row.leadId() + " " + row.scorecard());
      ScoreRow.Content content = row.content();
      if (content != null && !of(content).equals(Verdict.NOTHING)) {
        verdicts.put(row.leadId() + " " + row.scorecard(), of(content));
      }
    }
    return step.outcome();
  }

  private static Verdict of(ScoreRow.Content content) {
    Map<String, Long> contributions = new TreeMap<>();
    content
        .score()
        .contributions()
        .forEach(
            part ->
                contributions.put(
                    content.model().signals().get(part.signal()).id(), part.milliPoints()));
    return new Verdict(content.score().intent(), contributions, content.tier() == Tier.HOT);
  }
}
