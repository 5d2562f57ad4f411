package io.leadpulse.jobs.record;

import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Writes raw records field by field; rarely, since their reader is chained to their source. */
public final class RawRecordSerializer extends RecordSerializer<RawRecord> {
  @Override
  void write(RawRecord raw, RecordOutput out) {
    out.writeText(raw.topic());
    out.writeNumber(raw.partition());
    out.writeNumber(raw.offset());
    out.writeNumber(raw.recordedAt());
    out.writeBytes(raw.key());
    out.writeBytes(raw.value());
  }

  @Override
  RawRecord read(RecordInput in) {
    return new RawRecord(
        in.readText(),
        (int) in.readNumber(),
        in.readNumber(),
        in.readNumber(),
        in.readBytes(),
        in.readBytes());
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
      return 2;
    }

    @Override
    public TypeSerializer<RawRecord> restoreSerializer() {
      return new RawRecordSerializer();
    }
  }
}
