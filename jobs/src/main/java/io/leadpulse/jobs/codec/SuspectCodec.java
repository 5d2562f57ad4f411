package io.leadpulse.jobs.codec;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.hygiene.SuspectReason;
import io.leadpulse.engine.lead.Move;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.SuspectEngagement;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes engagements that were judged machine-made, and those that are not any more. */
final class SuspectCodec {
  private final RecordEncoder<SuspectEngagement> values;
  private final String topicPrefix;

  SuspectCodec(String topicPrefix, RecordFormat format) {
    values = format.encoder(Topics.SUSPECT_ENGAGEMENT);
    this.topicPrefix = topicPrefix;
  }

  OutputRecord encode(
      String leadId, LeadInput.Engaged input, Set<SuspectReason> reasons, ScoringModel model) {
    Engagement engagement = input.engagement();
    return record(
        builder(leadId, input.source(), reasons, model)
            .setPartition(input.partition())
            .setOffset(input.offset())
            .setEventId(engagement.eventId())
            .setOccurredAt(Instant.ofEpochMilli(engagement.occurredAt()))
            .setRecordedAt(Times.ofRecord(engagement.recordedAt()))
            .setKind(engagement.kind().term())
            .build());
  }

  /** Of an engagement of before only where it lies is known. */
  OutputRecord encode(String leadId, SourceTopic source, Move move, @Nullable ScoringModel model) {
    return record(
        builder(leadId, source, SuspectReason.of(move.reasons()), model)
            .setPartition(move.partition())
            .setOffset(move.offset())
            .setEventId("")
            .setOccurredAt(Instant.ofEpochMilli(move.occurredAt()))
            .setKind(move.kind().term())
            .build());
  }

  private SuspectEngagement.Builder builder(
      String leadId, SourceTopic source, Set<SuspectReason> reasons, @Nullable ScoringModel model) {
    return SuspectEngagement.newBuilder()
        .setLeadId(leadId)
        .setSourceTopic(source.topic(topicPrefix))
        .setReasons(reasons.stream().sorted().map(SuspectReason::term).toList())
        .setModelId(model == null ? "" : model.id())
        .setModelVersion(model == null ? 0 : model.version());
  }

  private OutputRecord record(SuspectEngagement value) {
    byte[] key = value.getLeadId().getBytes(StandardCharsets.UTF_8);
    return OutputRecord.of(OutputTopic.SUSPECT_ENGAGEMENT, key, values.encode(value));
  }
}
