package io.leadpulse.jobs.codec;

import io.leadpulse.engine.lead.Impact;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.schemas.Crossing;
import io.leadpulse.schemas.ModelImpact;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;

/** Writes what a change of the model did; a sweep writes many, so positional like the rows. */
final class ImpactCodec {
  private final RecordEncoder<ModelImpact> values;

  ImpactCodec(RecordFormat format) {
    values = format.encoder(Topics.MODEL_IMPACT);
  }

  OutputRecord encode(Impact impact) {
    ScoringModel model = impact.model();
    byte[] key = (model.id() + '@' + model.version()).getBytes(StandardCharsets.UTF_8);
    return OutputRecord.of(OutputTopic.MODEL_IMPACT, key, values.encode(value(impact)));
  }

  private static ModelImpact value(Impact impact) {
    Profile profile = impact.profile();
    return new ModelImpact(
        impact.leadId(),
        impact.scorecard(),
        impact.entered() ? Crossing.ENTERED : Crossing.LEFT,
        impact.model().id(),
        impact.model().version(),
        impact.previousVersion(),
        impact.intentBefore(),
        impact.intentAfter(),
        OutputEnums.tier(impact.tierBefore()),
        OutputEnums.tier(impact.tierAfter()),
        OutputEnums.fit(impact.fit()),
        impact.alertId(),
        profile.accountId(),
        profile.owner(),
        profile.team(),
        Times.ofHour(impact.hour()),
        Times.ofRecord(impact.recordedAt()));
  }
}
