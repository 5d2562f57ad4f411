package io.leadpulse.jobs.record;

import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.profile.Exclusion;

/** A report of sales in bytes, field by field. */
final class SalesActivityFormat {
  private static final SalesActivity.Kind[] KINDS = SalesActivity.Kind.values();
  private static final Exclusion[] EXCLUSIONS = Exclusion.values();

  private SalesActivityFormat() {}

  static void write(SalesActivity activity, RecordOutput out) {
    out.writeText(activity.eventId());
    out.write(activity.kind().ordinal());
    out.writeNumber(activity.occurredAt());
    out.writeNumber(activity.recordedAt());
    out.write(activity.exclusion().ordinal());
  }

  static SalesActivity read(RecordInput in) {
    return new SalesActivity(
        in.readText(), KINDS[in.read()], in.readNumber(), in.readNumber(), EXCLUSIONS[in.read()]);
  }
}
