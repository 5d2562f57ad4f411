package io.leadpulse.jobs.codec;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.lead.SuspectReason;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.schemas.SuspectEngagement;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Writes engagements that were judged machine-made. */
final class SuspectCodec {
  private final RecordEncoder<SuspectEngagement> values;
  private final String topicPrefix;

  SuspectCodec(String topicPrefix, RecordFormat format) {
    values = format.encoder(Topics.SUSPECT_ENGAGEMENT);
    this.topicPrefix = topicPrefix;
  }

  OutputRecord encode(LeadInput.Engaged input, Set<SuspectReason> reasons, ScoringModel model) {
    byte[] key = input.leadId().getBytes(StandardCharsets.UTF_8);
    byte[] value = values.encode(value(input, reasons, model));
    return OutputRecord.of(OutputTopic.SUSPECT_ENGAGEMENT, key, value);
  }

  private SuspectEngagement value(
      LeadInput.Engaged input, Set<SuspectReason> reasons, ScoringModel model) {
    Engagement engagement = input.engagement();
    List<String> terms = reasons.stream().sorted().map(SuspectReason::term).toList();
    return SuspectEngagement.newBuilder()
        .setLeadId(input.leadId())
        .setSourceTopic(input.source().topic(topicPrefix))
        .setPartition(input.partition())
        .setOffset(input.offset())
        .setEventId(engagement.eventId())
        .setOccurredAt(Instant.ofEpochMilli(engagement.occurredAt()))
        .setRecordedAt(Times.ofRecord(engagement.recordedAt()))
        .setKind(engagement.kind().term())
        .setReasons(terms)
        .setModelId(model.id())
        .setModelVersion(model.version())
        .build();
  }
}
