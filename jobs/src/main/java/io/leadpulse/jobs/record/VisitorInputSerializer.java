package io.leadpulse.jobs.record;

import io.leadpulse.jobs.record.VisitorInput.Linked;
import io.leadpulse.jobs.record.VisitorInput.Touched;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Writes visitor inputs: a tag, the visitor, then the payload. */
public final class VisitorInputSerializer extends RecordSerializer<VisitorInput> {
  private static final byte TOUCHED = 0;
  private static final byte LINKED = 1;

  @Override
  void write(VisitorInput input, RecordOutput out) {
    if (input instanceof Touched touched) {
      out.write(TOUCHED);
      out.writeText(touched.visitorId());
      AnonymousFormat.write(touched.engaged(), out);
    } else if (input instanceof Linked linked) {
      out.write(LINKED);
      out.writeText(linked.visitorId());
      out.writeText(linked.leadId());
      out.writeNumber(linked.recordedAt());
      out.writeNumber(linked.recordedAt() - linked.occurredAt());
      out.write(linked.isRecord());
    }
  }

  @Override
  VisitorInput read(RecordInput in) {
    byte tag = in.read();
    String visitorId = in.readText();
    return switch (tag) {
      case TOUCHED -> new Touched(visitorId, AnonymousFormat.read("", in));
      case LINKED -> readLinked(visitorId, in);
      default -> throw new IllegalStateException("no visitor input begins with " + tag);
    };
  }

  private static Linked readLinked(String visitorId, RecordInput in) {
    String leadId = in.readText();
    long recordedAt = in.readNumber();
    long occurredAt = recordedAt - in.readNumber();
    return new Linked(visitorId, leadId, occurredAt, recordedAt, in.readBoolean());
  }

  @Override
  public VisitorInput createInstance() {
    throw new UnsupportedOperationException("visitor inputs are read, never filled in");
  }

  @Override
  public TypeSerializer<VisitorInput> duplicate() {
    return new VisitorInputSerializer();
  }

  @Override
  public TypeSerializerSnapshot<VisitorInput> snapshotConfiguration() {
    return new Format();
  }

  /** The format by its version; named in savepoints, so it keeps its name. */
  public static final class Format extends Snapshot<VisitorInput> {
    @Override
    public int getCurrentVersion() {
      return 1;
    }

    @Override
    public TypeSerializer<VisitorInput> restoreSerializer() {
      return new VisitorInputSerializer();
    }
  }
}
