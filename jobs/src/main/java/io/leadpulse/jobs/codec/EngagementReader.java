package io.leadpulse.jobs.codec;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Limits;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads the records of one topic of engagements. Checks the kind first, the lead last. */
abstract class EngagementReader<C extends SpecificRecord> extends RecordReader<C, LeadInput> {

  EngagementReader(Subject<C> subject, RecordFormat format) {
    super(subject, Limits.EVENT, format);
  }

  @Override
  final LeadInput translate(C value, RawRecord raw) throws Refusal {
    EventKind kind = kind(value);
    if (kind == null) {
      throw new Refusal(RefusalCause.UNKNOWN_KIND, "kind is none that this version knows");
    }
    String eventId = Checks.notBlank("eventId", eventId(value));
    long occurredAt = Checks.plausible("occurredAt", occurredAt(value));
    long recordedAt = Checks.plausible("the record's timestamp", raw.recordedAt());
    String leadId = leadOf(leadId(value), visitorId(value));
    EngagementBuilder builder =
        Engagement.of(kind, leadId, eventId).occurredAt(occurredAt).recordedAt(recordedAt);
    fill(value, builder);
    return new LeadInput.Engaged(raw.partition(), raw.offset(), builder.build());
  }

  private static String leadOf(@Nullable String leadId, @Nullable String visitorId) throws Refusal {
    if (leadId == null) {
      boolean visitor = visitorId != null && !visitorId.isBlank();
      throw new Refusal(
          RefusalCause.NO_LEAD,
          visitor ? "names a visitor only" : "names neither lead nor visitor");
    }
    return Checks.notBlank("leadId", leadId);
  }

  abstract @Nullable EventKind kind(C value);

  abstract String eventId(C value);

  abstract Instant occurredAt(C value);

  abstract @Nullable String leadId(C value);

  abstract @Nullable String visitorId(C value);

  /** Sets what only this channel tells. */
  abstract void fill(C value, EngagementBuilder to);

  /** The first text, or the second where the source left the first empty. */
  static String firstOf(String first, String second) {
    return first.isEmpty() ? second : first;
  }
}
