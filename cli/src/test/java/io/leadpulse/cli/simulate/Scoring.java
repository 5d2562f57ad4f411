package io.leadpulse.cli.simulate;

import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.lead.Step;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.ModelParser;
import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Live scoring without a cluster, of what names a lead; nobody is recognised. */
final class Scoring {
  private final InputCodec codec = new InputCodec();
  private final LeadScorer scorer;
  private final Map<String, LeadState> leads = new HashMap<>();
  private final Map<String, Profile> profiles = new HashMap<>();
  private final Set<String> hot = new HashSet<>();

  /**
   * @param model judges here only: its classifier is for one thread
   */
  Scoring(CompiledModel model) {
    scorer =
        new LeadScorer(
            model.model(), model.classifier(), model.profilePolicy(), ScoringSettings.DEFAULT);
  }

  /** The model that is shipped as the default. */
  static CompiledModel defaultModel() throws IOException {
    String yaml = Files.readString(Path.of("..", "config", "models", "b2b-japan.yaml"));
    return ModelParser.parse("b2b-japan.yaml", yaml, 1).orThrow();
  }

  /** Leads that an alert was raised for. */
  Set<String> hot() {
    return hot;
  }

  /** Leads that anything was told of. */
  int leads() {
    return leads.size();
  }

  /** Takes a record that is appended at {@code now}, and then the timers that are due by then. */
  void take(SimulatedRecord record, long now) {
    if (record.claim().leadId() == null || record.subject() == Topics.IDENTITY) {
      return;
    }
    SourceTopic source = source(record);
    RawRecord raw = new RawRecord(source.baseName(), 0, 0, now, record.key(), record.value());
    if (codec.read(source, raw) instanceof Reading.Value<SourceInput> value
        && value.value() instanceof LeadInput input) {
      take(input, now);
    }
  }

  private void take(LeadInput input, long now) {
    String lead = input.leadId();
    LeadState state = leads.computeIfAbsent(lead, id -> new LeadState());
    note(lead, step(state, input));
    note(lead, scorer.onTime(state, lead, Hours.of(now), () -> profile(lead)));
  }

  private Step step(LeadState state, LeadInput input) {
    String lead = input.leadId();
    if (input instanceof LeadInput.Engaged engaged) {
      return scorer.onEngagement(state, engaged.engagement(), () -> profile(lead));
    }
    if (input instanceof LeadInput.Profiled profiled) {
      profiles.put(lead, profiled.profile());
      return scorer.onProfile(state, lead, profiled.profile(), input.recordedAt());
    }
    LeadInput.Reported reported = (LeadInput.Reported) input;
    return scorer.onSalesActivity(state, lead, reported.activity(), () -> profile(lead));
  }

  private void note(String lead, Step step) {
    if (step.alerts().stream().anyMatch(alert -> alert.type() == Alert.Type.RAISED)) {
      hot.add(lead);
    }
  }

  private Profile profile(String lead) {
    return profiles.getOrDefault(lead, Profile.UNKNOWN);
  }

  /** The topic that a record is for. */
  static SourceTopic source(SimulatedRecord record) {
    for (SourceTopic source : SourceTopic.values()) {
      if (source.baseName().equals(record.subject().name())) {
        return source;
      }
    }
    throw new AssertionError("No source: " + record.subject().name());
  }
}
