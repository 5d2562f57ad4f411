package io.leadpulse.chaos.workload;

import java.util.Arrays;

/** When the records of one partition were sent, by offset. */
final class Offsets {
  private long[] sentAt = new long[1_024];
  private int count;

  void append(long feedAt) {
    if (count == sentAt.length) {
      sentAt = Arrays.copyOf(sentAt, count * 2);
    }
    sentAt[count] = feedAt;
    count++;
  }

  /** When the record at an offset was sent, {@link Long#MAX_VALUE} if it was not yet. */
  long firstOpen(long offset) {
    return offset < count ? sentAt[(int) offset] : Long.MAX_VALUE;
  }
}
