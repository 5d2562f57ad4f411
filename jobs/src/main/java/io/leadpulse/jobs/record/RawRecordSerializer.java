package io.leadpulse.jobs.record;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes raw records field by field; rarely, since their reader is chained to their source. */
public final class RawRecordSerializer extends ImmutableSerializer<RawRecord> {
  private final Primitives primitives = new Primitives();

  @Override
  public void serialize(RawRecord raw, DataOutputView out) throws IOException {
    Primitives.writeText(out, raw.topic());
    Primitives.writeNumber(out, raw.partition());
    Primitives.writeNumber(out, raw.offset());
    Primitives.writeNumber(out, raw.recordedAt());
    Primitives.writeBytes(out, raw.key());
    Primitives.writeBytes(out, raw.value());
  }

  @Override
  public RawRecord deserialize(DataInputView in) throws IOException {
    return new RawRecord(
        primitives.readText(in),
        (int) Primitives.readNumber(in),
        Primitives.readNumber(in),
        Primitives.readNumber(in),
        Primitives.readBytes(in),
        Primitives.readBytes(in));
  }

  @Override
  public RawRecord createInstance() {
    throw new UnsupportedOperationException("raw records are read, never filled in");
  }

  @Override
  public TypeSerializer<RawRecord> duplicate() {
    return new RawRecordSerializer();
  }

  @Override
  public TypeSerializerSnapshot<RawRecord> snapshotConfiguration() {
    return new Format();
  }

  /** The format by its version; named in savepoints, so it keeps its name. */
  public static final class Format extends Snapshot<RawRecord> {
    @Override
    public int getCurrentVersion() {
      return 1;
    }

    @Override
    public TypeSerializer<RawRecord> restoreSerializer() {
      return new RawRecordSerializer();
    }
  }
}
