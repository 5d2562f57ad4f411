package io.leadpulse.cli.model;

import io.leadpulse.engine.lead.Impact;
import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.LeadStateCodec;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.lead.Step;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.state.LeadStates;
import java.io.Serializable;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/**
 * Takes the saved leads one by one from the earlier model to the later, as the job itself would.
 * Nothing is written back.
 */
final class LeadVerdicts extends KeyedStateReaderFunction<String, LeadVerdict> {
  private final Text before;
  private final Text after;

  // Made in open, on the task.
  private transient LeadScorer earlier;
  private transient LeadScorer later;
  private transient ValueState<byte[]> leads;
  private transient ValueState<Profile> profiles;
  private transient LeadStateCodec codec;

  LeadVerdicts(Release before, Release after) {
    this.before = Text.of(before);
    this.after = Text.of(after);
  }

  /** A release as it travels to the task. */
  private record Text(String modelId, long version, String yaml) implements Serializable {
    static Text of(Release release) {
      return new Text(release.modelId(), release.version(), release.yaml());
    }

    LeadScorer scorer() {
      CompiledModel model = Release.of(modelId, version, 0, yaml).compile();
      return new LeadScorer(
          model.model(), model.classifier(), model.profilePolicy(), ScoringSettings.DEFAULT);
    }
  }

  @Override
  public void open(OpenContext context) {
    leads = getRuntimeContext().getState(LeadStates.lead());
    profiles = getRuntimeContext().getState(LeadStates.profile());
    codec = new LeadStateCodec();
    earlier = before.scorer();
    later = after.scorer();
  }

  @Override
  public void readKey(String leadId, Context context, Collector<LeadVerdict> out) throws Exception {
    byte[] saved = leads.value();
    if (saved == null) {
      return;
    }
    LeadState state = codec.read(saved);
    Profile stored = profiles.value();
    Profile profile = stored == null ? Profile.UNKNOWN : stored;
    out.collect(LeadVerdict.seen(leadId));
    // What a release of the same number said of the profile is nothing to either model.
    state.forgetVerdict();
    earlier.onRelease(state, leadId, earlier, state.clock(), () -> profile);
    Step step = later.onRelease(state, leadId, earlier, state.clock(), () -> profile);
    for (Impact impact : step.impacts()) {
      out.collect(verdict(impact));
    }
  }

  private static LeadVerdict verdict(Impact impact) {
    return new LeadVerdict(
        impact.leadId(),
        impact.scorecard(),
        impact.entered(),
        impact.intentBefore(),
        impact.intentAfter(),
        impact.tierBefore().name(),
        impact.tierAfter().name(),
        impact.alertId());
  }
}
