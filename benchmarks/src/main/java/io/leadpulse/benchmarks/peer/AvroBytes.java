package io.leadpulse.benchmarks.peer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks through a record in Avro's binary encoding and takes out what is wanted. */
final class AvroBytes {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private byte[] bytes = {};
  private int position;
  private byte[] kept = new byte[256];
  private int keptLength;

  /**
   * @param position where the record begins, after its header
   */
  void reset(byte[] bytes, int position) {
    this.bytes = bytes;
    this.position = position;
    keptLength = 0;
  }

  long number() {
    long bits = 0;
    int shift = 0;
    int next;
    do {
      next = bytes[position++];
      bits |= (long) (next & (MORE - 1)) << shift;
      shift += BITS;
    } while (next < 0);
    return (bits >>> 1) ^ -(bits & 1);
  }

  String text() {
    int length = (int) number();
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  byte[] textBytes() {
    int length = (int) number();
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  /** The text of a union of null and text. */
  String optionalText() {
    return number() == 0 ? "" : text();
  }

  void skipOptionalText() {
    if (number() != 0) {
      skipText();
    }
  }

  void skipText() {
    int length = (int) number();
    position += length;
  }

  /** Keeps the next text as it is written. */
  void keepText() {
    int start = position;
    skipText();
    keep(start);
  }

  /** Keeps the next number as it is written. */
  void keepNumber() {
    int start = position;
    number();
    keep(start);
  }

  private void keep(int start) {
    int length = position - start;
    if (keptLength + length > kept.length) {
      kept = Arrays.copyOf(kept, 2 * (keptLength + length));
    }
    System.arraycopy(bytes, start, kept, keptLength, length);
    keptLength += length;
  }

  /** All that was kept since the last reset. */
  byte[] kept() {
    return Arrays.copyOf(kept, keptLength);
  }
}
