package io.leadpulse.jobs.record;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The part that serializers of records in flight have in common: each is one piece of bytes. */
abstract class RecordSerializer<T> extends ImmutableSerializer<T> {
  private final RecordOutput output = new RecordOutput();
  private final RecordInput input = new RecordInput();

  abstract void write(T value, RecordOutput out);

  abstract T read(RecordInput in);

  @Override
  public final void serialize(T value, DataOutputView out) throws IOException {
    output.begin();
    write(value, output);
    output.writeTo(out);
  }

  @Override
  public final T deserialize(DataInputView in) throws IOException {
    input.readFrom(in);
    return read(input);
  }
}
