package io.leadpulse.engine.bytes;

import java.nio.charset.StandardCharsets;

/**
 * Reads what a {@link ByteSink} wrote. Running over the end throws {@link
 * IndexOutOfBoundsException}: the bytes are our own, so this is damage.
 */
public final class ByteSource {
  private final byte[] bytes;
  private final int end;
  private int at;

  public ByteSource(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  public ByteSource(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  public boolean isAtEnd() {
    return at == end;
  }

  public int fixed8() {
    return bytes[at++];
  }

  public int fixed32() {
    int value = (int) ByteSink.INT.get(bytes, at);
    at += Integer.BYTES;
    return value;
  }

  public long fixed64() {
    long value = (long) ByteSink.LONG.get(bytes, at);
    at += Long.BYTES;
    return value;
  }

  public long unsigned() {
    byte first = bytes[at++];
    if (first >= 0) {
      return first;
    }
    long value = first & 0x7F;
    int shift = 7;
    while (true) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
      shift += 7;
    }
  }

  public int count() {
    return Math.toIntExact(unsigned());
  }

  public long signed() {
    long raw = unsigned();
    return (raw >>> 1) ^ -(raw & 1);
  }

  public String text() {
    int length = count();
    String value = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return value;
  }

  /** Whether a text of no characters, which is one byte, comes next. */
  public boolean isTextEmpty() {
    return bytes[at] == 0;
  }

  public void skip(int length) {
    at += length;
  }

  /** Copies the next bytes. */
  public byte[] bytes(int length) {
    byte[] copy = new byte[length];
    System.arraycopy(bytes, at, copy, 0, length);
    at += length;
    return copy;
  }

  /** Where the next byte lies in the array that this reads. */
  public int position() {
    return at;
  }
}
