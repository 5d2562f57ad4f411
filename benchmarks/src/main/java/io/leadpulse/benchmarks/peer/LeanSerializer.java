package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.ImmutableSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes lean events field by field; texts are of 255 bytes at most, details of 64 KiB. */
public final class LeanSerializer extends ImmutableSerializer<LeanEvent> {

  @Override
  public void serialize(LeanEvent event, DataOutputView out) throws IOException {
    out.writeByte(event.source());
    out.writeByte(event.kind());
    writeShort(event.lead().getBytes(StandardCharsets.UTF_8), out);
    writeShort(event.eventId(), out);
    out.writeLong(event.occurredAt());
    out.writeShort(event.details().length);
    out.write(event.details());
  }

  private static void writeShort(byte[] bytes, DataOutputView out) throws IOException {
    out.writeByte(bytes.length);
    out.write(bytes);
  }

  @Override
  public LeanEvent deserialize(DataInputView in) throws IOException {
    return new LeanEvent(
        in.readByte(),
        in.readByte(),
        new String(read(in.readUnsignedByte(), in), StandardCharsets.UTF_8),
        read(in.readUnsignedByte(), in),
        in.readLong(),
        read(in.readUnsignedShort(), in));
  }

  private static byte[] read(int length, DataInputView in) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  @Override
  public LeanEvent createInstance() {
    throw new UnsupportedOperationException("lean events are read, never filled in");
  }

  @Override
  public TypeSerializer<LeanEvent> duplicate() {
    return this;
  }

  @Override
  public TypeSerializerSnapshot<LeanEvent> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint says of it; has to be public for Flink. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<LeanEvent> {
    public Snapshot() {
      super(LeanSerializer::new);
    }
  }
}
