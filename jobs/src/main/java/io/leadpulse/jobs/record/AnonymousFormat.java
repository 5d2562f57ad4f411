package io.leadpulse.jobs.record;

import io.leadpulse.engine.event.EventKind;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import java.util.Objects;

/**
 * An engagement without its lead in bytes, which stay so until somebody asks for it: most are only
 * handed on. Savepoints hold it of those that wait, so every layout ever released stays readable;
 * kinds and fields are written by position, so they are only ever added at the end.
 */
public final class AnonymousFormat {
  private static final byte LAYOUT = 1;
  private static final EventKind[] KINDS = EventKind.values();

  private AnonymousFormat() {}

  /** An engagement as it is to be kept. */
  public static byte[] write(Engaged engaged) {
    RecordOutput out = new RecordOutput();
    write(engaged, out);
    return out.toBytes();
  }

  /**
   * What {@link #write} of this or an earlier release wrote.
   *
   * @param leadId whose engagement it is
   * @throws IllegalStateException if it comes from a later release
   */
  public static Engaged read(String leadId, byte[] bytes) {
    return read(leadId, new RecordInput(bytes));
  }

  static void write(Engaged engaged, RecordOutput out) {
    out.write(LAYOUT);
    out.writeNumber(engaged.partition());
    out.writeNumber(engaged.offset());
    out.write(engaged.kind().ordinal());
    out.writeNumber(engaged.recordedAt());
    out.writeNumber(engaged.recordedAt() - engaged.occurredAt());
    out.writeBytes(engaged.fields());
  }

  static Engaged read(String leadId, RecordInput in) {
    byte layout = in.read();
    if (layout != LAYOUT) {
      throw new IllegalStateException(
          "anonymous engagement of layout " + layout + "; this release reads up to " + LAYOUT);
    }
    int partition = (int) in.readNumber();
    long offset = in.readNumber();
    EventKind kind = KINDS[in.read()];
    long recordedAt = in.readNumber();
    long occurredAt = recordedAt - in.readNumber();
    byte[] fields = Objects.requireNonNull(in.readBytes());
    return new Engaged(partition, offset, kind, leadId, "", occurredAt, recordedAt, fields);
  }
}
