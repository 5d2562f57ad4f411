package io.leadpulse.jobs;

import io.leadpulse.engine.event.EventKind;
import io.leadpulse.jobs.oracle.RawLog;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sends a log as if its leads said who they are in forms only: their other accesses name a visitor.
 * Leads without a form are sent as they are, or their visitors would wait for ever.
 */
final class Anonymity {
  private final Set<String> hidden;
  private final RawLog raw;

  Anonymity(List<LeadInput> log, RawLog raw) {
    this.raw = raw;
    hidden =
        log.stream()
            .filter(Anonymity::isForm)
            .map(LeadInput::leadId)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isForm(LeadInput input) {
    return input instanceof LeadInput.Engaged engaged
        && engaged.engagement().kind() == EventKind.FORM_SUBMIT;
  }

  RawRecord of(LeadInput input) {
    RawRecord record = raw.of(input);
    if (input.source() != SourceTopic.WEB_ACCESS || !hidden.contains(input.leadId())) {
      return record;
    }
    Decoded<WebAccess> decoded =
        new RecordDecoder<>(Topics.WEB_ACCESS, Limits.EVENT).decode(record.value());
    WebAccess access = ((Decoded.Value<WebAccess>) decoded).value();
    WebAccess sent =
        WebAccess.newBuilder(access)
            .setVisitorId("visitor-of-" + input.leadId())
            .setLeadId(isForm(input) ? input.leadId() : null)
            .build();
    return new RawRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        record.recordedAt(),
        record.key(),
        new RecordEncoder<>(Topics.WEB_ACCESS).encode(sent));
  }
}
