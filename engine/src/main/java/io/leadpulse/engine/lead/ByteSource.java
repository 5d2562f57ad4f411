package io.leadpulse.engine.lead;

import java.nio.charset.StandardCharsets;

/**
 * Reads what a {@link ByteSink} wrote. Running over the end throws {@link
 * IndexOutOfBoundsException}: the bytes are our own, so this is damage.
 */
final class ByteSource {
  private final byte[] bytes;
  private int at;

  ByteSource(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }

  int fixed8() {
    return bytes[at++];
  }

  int fixed32() {
    int value = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      value |= (bytes[at++] & 0xFF) << shift;
    }
    return value;
  }

  long fixed64() {
    long low = fixed32() & 0xFFFF_FFFFL;
    return low | ((long) fixed32() << Integer.SIZE);
  }

  long unsigned() {
    long value = 0;
    int shift = 0;
    while (true) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
      shift += 7;
    }
  }

  int count() {
    return Math.toIntExact(unsigned());
  }

  long signed() {
    long raw = unsigned();
    return (raw >>> 1) ^ -(raw & 1);
  }

  String text() {
    int length = count();
    String value = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return value;
  }
}
