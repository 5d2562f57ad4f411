package io.leadpulse.jobs.record;

import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.LeadInput.Profiled;
import io.leadpulse.jobs.record.LeadInput.Reported;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes lead inputs: a tag, the coordinates, then the payload. */
public final class LeadInputSerializer extends ImmutableSerializer<LeadInput> {
  private static final byte ENGAGED = 0;
  private static final byte PROFILED = 1;
  private static final byte REPORTED = 2;

  private final Primitives primitives = new Primitives();

  @Override
  public void serialize(LeadInput input, DataOutputView out) throws IOException {
    if (input instanceof Engaged engaged) {
      writeHead(ENGAGED, input, out);
      EngagementFormat.write(engaged.engagement(), out);
    } else if (input instanceof Profiled profiled) {
      writeHead(PROFILED, input, out);
      Primitives.writeNumber(out, profiled.recordedAt());
      Primitives.writeText(out, profiled.leadId());
      ProfileFormat.write(profiled.profile(), out);
    } else if (input instanceof Reported reported) {
      writeHead(REPORTED, input, out);
      Primitives.writeText(out, reported.leadId());
      SalesActivityFormat.write(reported.activity(), out);
    }
  }

  private static void writeHead(byte tag, LeadInput input, DataOutputView out) throws IOException {
    out.writeByte(tag);
    Primitives.writeNumber(out, input.partition());
    Primitives.writeNumber(out, input.offset());
  }

  @Override
  public LeadInput deserialize(DataInputView in) throws IOException {
    byte tag = in.readByte();
    int partition = (int) Primitives.readNumber(in);
    long offset = Primitives.readNumber(in);
    return switch (tag) {
      case ENGAGED -> new Engaged(partition, offset, EngagementFormat.read(in, primitives));
      case PROFILED ->
          new Profiled(
              partition,
              offset,
              Primitives.readNumber(in),
              primitives.readText(in),
              ProfileFormat.read(in, primitives));
      case REPORTED ->
          new Reported(
              partition, offset, primitives.readText(in), SalesActivityFormat.read(in, primitives));
      default -> throw new IOException("no lead input begins with " + tag);
    };
  }

  @Override
  public LeadInput createInstance() {
    throw new UnsupportedOperationException("lead inputs are read, never filled in");
  }

  @Override
  public TypeSerializer<LeadInput> duplicate() {
    return new LeadInputSerializer();
  }

  @Override
  public TypeSerializerSnapshot<LeadInput> snapshotConfiguration() {
    return new Format();
  }

  /** The format by its version; named in savepoints, so it keeps its name. */
  public static final class Format extends Snapshot<LeadInput> {
    @Override
    public int getCurrentVersion() {
      return 1;
    }

    @Override
    public TypeSerializer<LeadInput> restoreSerializer() {
      return new LeadInputSerializer();
    }
  }
}
