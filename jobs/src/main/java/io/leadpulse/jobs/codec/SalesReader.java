package io.leadpulse.jobs.codec;

import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.SalesActivityReason;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.FieldValues;
import io.leadpulse.schemas.wire.Projection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what sales did with leads. */
final class SalesReader extends InputReader {
  private static final Projection<io.leadpulse.schemas.SalesActivity> FIELDS =
      new Projection<>(
          Topics.SALES_ACTIVITY, List.of("kind", "eventId", "leadId", "occurredAt", "reason"));
  private static final int KIND = FIELDS.slot("kind");
  private static final int EVENT_ID = FIELDS.slot("eventId");
  private static final int LEAD_ID = FIELDS.slot("leadId");
  private static final int OCCURRED_AT = FIELDS.slot("occurredAt");
  private static final int REASON = FIELDS.slot("reason");

  private static final SalesActivityReason[] REASONS = SalesActivityReason.values();

  private final SalesActivity.@Nullable Kind[] kinds = InputEnums.salesKinds();

  SalesReader(RecordFormat format) {
    super(FIELDS, format);
  }

  @Override
  long check(FieldValues value, RawRecord raw) throws Refusal {
    if (kinds[value.symbol(KIND)] == null) {
      throw new Refusal(RefusalCause.UNKNOWN_KIND, "kind is none that this version knows");
    }
    Checks.notBlank("eventId", value, EVENT_ID);
    Checks.notBlank("leadId", value, LEAD_ID);
    long occurredAt = Checks.plausible("occurredAt", value.number(OCCURRED_AT));
    Checks.plausible("the record's timestamp", raw.recordedAt());
    return occurredAt;
  }

  @Override
  LeadInput make(FieldValues value, RawRecord raw, long occurredAt) {
    SalesActivity.Kind kind = kinds[value.symbol(KIND)];
    // A deal lost to a competitor does not make the lead one.
    Exclusion exclusion =
        kind == SalesActivity.Kind.REJECTED
            ? InputEnums.exclusion(REASONS[value.symbol(REASON)])
            : Exclusion.NONE;
    return new LeadInput.Reported(
        raw.partition(),
        raw.offset(),
        value.text(LEAD_ID),
        new SalesActivity(value.text(EVENT_ID), kind, occurredAt, raw.recordedAt(), exclusion));
  }
}
