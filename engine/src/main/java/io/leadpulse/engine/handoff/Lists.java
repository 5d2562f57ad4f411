package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes and reads lists. */
final class Lists {
  private Lists() {}

  static <T> void write(List<T> values, Consumer<T> each, ByteSink out) {
    out.unsigned(values.size());
    values.forEach(each);
  }

  static <T> List<T> read(ByteSource in, Function<ByteSource, T> each) {
    List<T> values = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      values.add(each.apply(in));
    }
    return values;
  }
}
