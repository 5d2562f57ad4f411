package io.leadpulse.engine.lead;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte buffer with compact numbers; reusable. */
final class ByteSink {
  private byte[] bytes = new byte[512];
  private int size;

  void clear() {
    size = 0;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  void fixed8(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  void fixed32(int value) {
    room(Integer.BYTES);
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void fixed64(long value) {
    fixed32((int) value);
    fixed32((int) (value >>> Integer.SIZE));
  }

  /** A number of seven bits a byte; small ones take one byte. */
  void unsigned(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A number near zero on either side. */
  void signed(long value) {
    unsigned((value << 1) ^ (value >> 63));
  }

  void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    unsigned(utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
