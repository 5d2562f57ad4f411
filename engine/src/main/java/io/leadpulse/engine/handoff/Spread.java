package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How times are spread, to within a sixteenth: counts by minutes, of long ones by their leading
 * five bits. Times can be taken out again.
 */
final class Spread {
  private static final long MINUTE = 60_000;
  private static final int EXACT_BITS = 4;

  private final TreeMap<Integer, Integer> counts = new TreeMap<>();
  private int size;

  void add(long millis, int times) {
    counts.merge(bucket(millis / MINUTE), times, Spread::sum);
    size += times;
  }

  private static @Nullable Integer sum(int one, int other) {
    return one + other == 0 ? null : Integer.valueOf(one + other);
  }

  private static int bucket(long minutes) {
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(minutes) - EXACT_BITS - 1);
    return (shift << EXACT_BITS) + (int) (minutes >>> shift);
  }

  private static long minutes(int bucket) {
    int shift = Math.max(0, (bucket >>> EXACT_BITS) - 1);
    return (long) (bucket - (shift << EXACT_BITS)) << shift;
  }

  /**
   * The median in milliseconds, of an even number the lower one.
   *
   * @return -1 if there is none
   */
  long median() {
    int left = (size + 1) / 2;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      left -= entry.getValue();
      if (left <= 0) {
        return minutes(entry.getKey()) * MINUTE;
      }
    }
    return -1;
  }

  void write(ByteSink out) {
    out.unsigned(counts.size());
    counts.forEach(
        (bucket, count) -> {
          out.unsigned(bucket);
          out.unsigned(count);
        });
  }

  void read(ByteSource in) {
    for (int left = in.count(); left > 0; left--) {
      int bucket = in.count();
      int count = in.count();
      counts.put(bucket, count);
      size += count;
    }
  }
}
