package io.leadpulse.jobs.state;

import java.io.IOException;
import java.util.HexFormat;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Values and snapshots as the bytes that a savepoint holds, in hexadecimal. */
final class Frozen {
  private Frozen() {}

  static <T> String value(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return HexFormat.of().formatHex(out.getCopyOfBuffer());
  }

  static <T> T value(TypeSerializer<T> serializer, String hex) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(HexFormat.of().parseHex(hex));
    T value = serializer.deserialize(in);
    if (in.available() > 0) {
      throw new IOException(in.available() + " bytes left over");
    }
    return value;
  }

  static String snapshot(TypeSerializerSnapshot<?> snapshot) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
    return HexFormat.of().formatHex(out.getCopyOfBuffer());
  }

  /** The snapshot as Flink finds it in a savepoint: made by the name of its class. */
  static <T> TypeSerializerSnapshot<T> snapshot(String hex) throws IOException {
    return TypeSerializerSnapshot.readVersionedSnapshot(
        new DataInputDeserializer(HexFormat.of().parseHex(hex)), Frozen.class.getClassLoader());
  }
}
