package io.leadpulse.jobs.codec;

import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Limits;

/** Reads what sales did with leads. */
final class SalesReader extends RecordReader<io.leadpulse.schemas.SalesActivity, LeadInput> {

  SalesReader(RecordFormat format) {
    super(Topics.SALES_ACTIVITY, Limits.EVENT, format);
  }

  @Override
  LeadInput translate(io.leadpulse.schemas.SalesActivity value, RawRecord raw) throws Refusal {
    SalesActivity.Kind kind = InputEnums.kind(value.getKind());
    if (kind == null) {
      throw new Refusal(RefusalCause.UNKNOWN_KIND, "kind is none that this version knows");
    }
    String eventId = Checks.notBlank("eventId", value.getEventId());
    String leadId = Checks.notBlank("leadId", value.getLeadId());
    long occurredAt = Checks.plausible("occurredAt", value.getOccurredAt());
    long recordedAt = Checks.plausible("the record's timestamp", raw.recordedAt());
    // A deal lost to a competitor does not make the lead one.
    Exclusion exclusion =
        kind == SalesActivity.Kind.REJECTED
            ? InputEnums.exclusion(value.getReason())
            : Exclusion.NONE;
    return new LeadInput.Reported(
        raw.partition(),
        raw.offset(),
        leadId,
        new SalesActivity(eventId, kind, occurredAt, recordedAt, exclusion));
  }
}
