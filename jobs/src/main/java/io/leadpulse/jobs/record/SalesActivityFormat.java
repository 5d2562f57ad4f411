package io.leadpulse.jobs.record;

import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.profile.Exclusion;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A report of sales in bytes, field by field. */
final class SalesActivityFormat {
  private static final SalesActivity.Kind[] KINDS = SalesActivity.Kind.values();
  private static final Exclusion[] EXCLUSIONS = Exclusion.values();

  private SalesActivityFormat() {}

  static void write(SalesActivity activity, DataOutputView out) throws IOException {
    Primitives.writeText(out, activity.eventId());
    out.writeByte(activity.kind().ordinal());
    Primitives.writeNumber(out, activity.occurredAt());
    Primitives.writeNumber(out, activity.recordedAt());
    out.writeByte(activity.exclusion().ordinal());
  }

  static SalesActivity read(DataInputView in, Primitives primitives) throws IOException {
    return new SalesActivity(
        primitives.readText(in),
        KINDS[in.readByte()],
        Primitives.readNumber(in),
        Primitives.readNumber(in),
        EXCLUSIONS[in.readByte()]);
  }
}
