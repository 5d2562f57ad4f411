package io.leadpulse.jobs.record;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes output records field by field. */
public final class OutputRecordSerializer extends ImmutableSerializer<OutputRecord> {
  private static final OutputTopic[] TOPICS = OutputTopic.values();

  private final Primitives primitives = new Primitives();

  @Override
  public void serialize(OutputRecord output, DataOutputView out) throws IOException {
    out.writeByte(output.topic().ordinal());
    Primitives.writeBytes(out, output.key());
    Primitives.writeBytes(out, output.value());
    Primitives.writeText(out, output.alertMessageId());
  }

  @Override
  public OutputRecord deserialize(DataInputView in) throws IOException {
    return new OutputRecord(
        TOPICS[in.readByte()],
        Objects.requireNonNull(Primitives.readBytes(in)),
        Primitives.readBytes(in),
        primitives.readText(in));
  }

  @Override
  public OutputRecord createInstance() {
    throw new UnsupportedOperationException("output records are read, never filled in");
  }

  @Override
  public TypeSerializer<OutputRecord> duplicate() {
    return new OutputRecordSerializer();
  }

  @Override
  public TypeSerializerSnapshot<OutputRecord> snapshotConfiguration() {
    return new Format();
  }

  /** The format by its version; named in savepoints, so it keeps its name. */
  public static final class Format extends Snapshot<OutputRecord> {
    @Override
    public int getCurrentVersion() {
      return 1;
    }

    @Override
    public TypeSerializer<OutputRecord> restoreSerializer() {
      return new OutputRecordSerializer();
    }
  }
}
