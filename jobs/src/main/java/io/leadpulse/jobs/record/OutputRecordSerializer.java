package io.leadpulse.jobs.record;

import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Writes output records field by field. */
public final class OutputRecordSerializer extends RecordSerializer<OutputRecord> {
  private static final OutputTopic[] TOPICS = OutputTopic.values();

  @Override
  void write(OutputRecord output, RecordOutput out) {
    writeRecord(output, out);
  }

  static void writeRecord(OutputRecord output, RecordOutput out) {
    out.write(output.topic().ordinal());
    out.writeBytes(output.key());
    out.writeBytes(output.value());
    out.writeText(output.messageId());
  }

  @Override
  OutputRecord read(RecordInput in) {
    return readRecord(in);
  }

  static OutputRecord readRecord(RecordInput in) {
    return new OutputRecord(
        TOPICS[in.read()], Objects.requireNonNull(in.readBytes()), in.readBytes(), in.readText());
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
      return 2;
    }

    @Override
    public TypeSerializer<OutputRecord> restoreSerializer() {
      return new OutputRecordSerializer();
    }
  }
}
