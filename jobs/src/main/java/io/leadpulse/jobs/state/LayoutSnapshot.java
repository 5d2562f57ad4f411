package io.leadpulse.jobs.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a savepoint says about how one state was written: the newest layout in it. State of an older
 * or equal layout is taken as it is; of a newer one it is refused at restore, not at the first read
 * hours later.
 */
abstract class LayoutSnapshot<T> implements TypeSerializerSnapshot<T> {
  private static final int FORMAT = 1;

  private final StateSerializer<T> serializer;
  private int layout;

  LayoutSnapshot(StateSerializer<T> serializer) {
    this.serializer = serializer;
    layout = serializer.layout();
  }

  /** The format of what this snapshot writes about itself, not the layout of the state. */
  @Override
  public final int getCurrentVersion() {
    return FORMAT;
  }

  @Override
  public final void writeSnapshot(DataOutputView out) throws IOException {
    out.writeInt(layout);
  }

  @Override
  public final void readSnapshot(int format, DataInputView in, ClassLoader loader)
      throws IOException {
    if (format != FORMAT) {
      throw new IOException("state description of format " + format + "; this release reads 1");
    }
    layout = in.readInt();
  }

  @Override
  public final TypeSerializer<T> restoreSerializer() {
    return serializer;
  }

  @Override
  public final TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    boolean readable = old.getClass() == getClass() && ((LayoutSnapshot<T>) old).layout <= layout;
    return readable
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
  }
}
