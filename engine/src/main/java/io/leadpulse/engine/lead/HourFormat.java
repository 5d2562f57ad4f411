package io.leadpulse.engine.lead;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;

/** Hours as distances from the lead's clock, with short codes for never. */
final class HourFormat {
  private static final int NEVER_YET_CODE = 0;
  private static final int NEVER_CODE = 1;
  private static final int FIRST_DISTANCE = 2;

  private HourFormat() {}

  static void write(ByteSink out, int hour, int clock) {
    if (hour == Standing.NEVER_YET) {
      out.unsigned(NEVER_YET_CODE);
    } else if (hour == Standing.NEVER) {
      out.unsigned(NEVER_CODE);
    } else {
      long distance = (long) hour - clock;
      out.unsigned(((distance << 1) ^ (distance >> 63)) + FIRST_DISTANCE);
    }
  }

  static int read(ByteSource in, int clock) {
    long code = in.unsigned();
    if (code == NEVER_YET_CODE) {
      return Standing.NEVER_YET;
    }
    if (code == NEVER_CODE) {
      return Standing.NEVER;
    }
    long raw = code - FIRST_DISTANCE;
    return (int) (clock + ((raw >>> 1) ^ -(raw & 1)));
  }
}
