package io.leadpulse.jobs.codec;

import io.leadpulse.engine.event.EventKind;
import io.leadpulse.jobs.codec.EngagementContract.Source;
import io.leadpulse.jobs.record.EngagementField;
import io.leadpulse.jobs.record.EngagementOutput;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.FieldValues;
import io.leadpulse.schemas.wire.Projection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one topic of engagements. Checks the kind first, whose it is last. Copies
 * bytes to where the engagement is read from, and makes no text but the ids of lead and visitor.
 */
final class EngagementReader extends InputReader {
  /** What all channels have. */
  private static final List<String> HEAD =
      List.of("kind", "eventId", "occurredAt", "leadId", "visitorId");

  private static final int KIND = HEAD.indexOf("kind");
  private static final int EVENT_ID = HEAD.indexOf("eventId");
  private static final int OCCURRED_AT = HEAD.indexOf("occurredAt");
  private static final int LEAD_ID = HEAD.indexOf("leadId");
  private static final int VISITOR_ID = HEAD.indexOf("visitorId");

  private final @Nullable EventKind[] kinds;
  private final Part[] parts;
  private final EngagementOutput out = new EngagementOutput();

  /**
   * A field and where it is read.
   *
   * @param otherwise the slot of the text that counts where the first is empty; may be the same
   */
  private record Part(EngagementField field, int slot, int otherwise) {}

  EngagementReader(EngagementContract contract, RecordFormat format) {
    this(contract, fields(contract), format);
  }

  private EngagementReader(EngagementContract contract, Projection<?> fields, RecordFormat format) {
    super(fields, format);
    kinds = contract.kinds();
    parts =
        contract.sources().stream()
            .sorted(Comparator.comparing(Source::field))
            .map(source -> part(source, fields))
            .toArray(Part[]::new);
  }

  private static Part part(Source source, Projection<?> fields) {
    int slot = fields.slot(source.name());
    String otherwise = source.otherwise();
    return new Part(source.field(), slot, otherwise == null ? slot : fields.slot(otherwise));
  }

  private static Projection<?> fields(EngagementContract contract) {
    List<String> fields = new ArrayList<>(HEAD);
    for (Source source : contract.sources()) {
      fields.add(source.name());
      if (source.otherwise() != null) {
        fields.add(source.otherwise());
      }
    }
    return new Projection<>(contract.subject(), fields);
  }

  @Override
  long check(FieldValues value, RawRecord raw) throws Refusal {
    if (kinds[value.symbol(KIND)] == null) {
      throw new Refusal(RefusalCause.UNKNOWN_KIND, "kind is none that this version knows");
    }
    Checks.notBlank("eventId", value, EVENT_ID);
    long occurredAt = Checks.plausible("occurredAt", value.number(OCCURRED_AT));
    Checks.plausible("the record's timestamp", raw.recordedAt());
    checkWhose(value);
    return occurredAt;
  }

  private static void checkWhose(FieldValues value) throws Refusal {
    if (!value.isNull(LEAD_ID)) {
      Checks.notBlank("leadId", value, LEAD_ID);
    } else if (!namesVisitor(value)) {
      throw new Refusal(RefusalCause.NO_LEAD, "names neither lead nor visitor");
    }
  }

  private static boolean namesVisitor(FieldValues value) {
    return !value.isNull(VISITOR_ID) && !value.isBlank(VISITOR_ID);
  }

  @Override
  SourceInput make(FieldValues value, RawRecord raw, long occurredAt) {
    String visitorId = namesVisitor(value) ? value.text(VISITOR_ID) : "";
    return value.isNull(LEAD_ID)
        ? new VisitorInput.Touched(visitorId, engaged(value, raw, "", occurredAt))
        : engaged(value, raw, visitorId, occurredAt);
  }

  private LeadInput.Engaged engaged(
      FieldValues value, RawRecord raw, String visitorId, long occurredAt) {
    text(EngagementField.EVENT_ID, value, EVENT_ID);
    for (Part part : parts) {
      take(part, value);
    }
    return new LeadInput.Engaged(
        raw.partition(),
        raw.offset(),
        Objects.requireNonNull(kinds[value.symbol(KIND)]),
        value.text(LEAD_ID),
        visitorId,
        occurredAt,
        raw.recordedAt(),
        out.take());
  }

  private void take(Part part, FieldValues value) {
    int slot = part.slot();
    switch (part.field().type()) {
      case TEXT -> text(part.field(), value, value.length(slot) > 0 ? slot : part.otherwise());
      case NUMBER -> out.number(part.field(), value.number(slot));
      case FLAG -> out.flag(part.field(), value.flag(slot));
      case TEXTS -> out.texts(part.field(), value.texts(slot));
    }
  }

  private void text(EngagementField field, FieldValues value, int slot) {
    out.text(field, value.bytes(), value.start(slot), value.length(slot));
  }
}
