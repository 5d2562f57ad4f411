package io.leadpulse.jobs.codec;

import io.leadpulse.engine.identity.IdentityChange;
import io.leadpulse.engine.identity.IdentityChange.Kind;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.FieldValues;
import io.leadpulse.schemas.wire.Projection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads who visitors and leads turned out to be. */
final class IdentityReader extends InputReader {
  private static final Projection<io.leadpulse.schemas.IdentityChange> FIELDS =
      Projection.whole(Topics.IDENTITY);
  private static final int KIND = FIELDS.slot("kind");
  private static final int EVENT_ID = FIELDS.slot("eventId");
  private static final int OCCURRED_AT = FIELDS.slot("occurredAt");
  private static final int LEAD_ID = FIELDS.slot("leadId");
  private static final int VISITOR_ID = FIELDS.slot("visitorId");
  private static final int INTO_LEAD_ID = FIELDS.slot("intoLeadId");

  private final @Nullable Kind[] kinds = InputEnums.identityKinds();

  IdentityReader(RecordFormat format) {
    super(FIELDS, format);
  }

  @Override
  long check(FieldValues value, RawRecord raw) throws Refusal {
    Kind kind = kinds[value.symbol(KIND)];
    if (kind == null) {
      throw new Refusal(RefusalCause.UNKNOWN_KIND, "kind is none that this version knows");
    }
    Checks.notBlank("eventId", value, EVENT_ID);
    Checks.notBlank("leadId", value, LEAD_ID);
    long occurredAt = Checks.plausible("occurredAt", value.number(OCCURRED_AT));
    Checks.plausible("the record's timestamp", raw.recordedAt());
    if (kind == Kind.LINK && value.isBlank(VISITOR_ID)) {
      throw Refusal.invalid("a link names no visitorId");
    }
    if (kind == Kind.MERGE) {
      checkMerge(value);
    }
    return occurredAt;
  }

  private static void checkMerge(FieldValues value) throws Refusal {
    if (value.isBlank(INTO_LEAD_ID)) {
      throw Refusal.invalid("a merge names no intoLeadId");
    }
    if (value.text(INTO_LEAD_ID).equals(value.text(LEAD_ID))) {
      throw Refusal.invalid("a merge names one lead as leadId and as intoLeadId");
    }
  }

  @Override
  SourceInput make(FieldValues value, RawRecord raw, long occurredAt) {
    Kind kind = Objects.requireNonNull(kinds[value.symbol(KIND)]);
    String leadId = value.text(LEAD_ID);
    if (kind == Kind.LINK) {
      return new VisitorInput.Linked(
          value.text(VISITOR_ID), leadId, occurredAt, raw.recordedAt(), true);
    }
    String intoLeadId = kind == Kind.MERGE ? value.text(INTO_LEAD_ID) : "";
    return new LeadInput.Identified(
        raw.partition(),
        raw.offset(),
        raw.recordedAt(),
        new IdentityChange(kind, value.text(EVENT_ID), occurredAt, leadId, intoLeadId));
  }
}
