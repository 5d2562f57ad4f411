package io.leadpulse.schemas.wire;

import io.leadpulse.schemas.bytes.Ascii;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.io.Encoder;
import org.apache.avro.util.Utf8;

/** Avro's binary encoding, written into an array that grows and is used again. */
final class GrowingEncoder extends Encoder {
  private static final int INITIAL_SIZE = 512;
  private static final int LONGEST_NUMBER = 10;

  private byte[] bytes = new byte[INITIAL_SIZE];
  private int position;

  /** Begins anew after a header that is there already. */
  void reset(byte[] header) {
    position = 0;
    writeFixed(header, 0, header.length);
  }

  /** What was written since the last reset; a fresh array. */
  byte[] toByteArray() {
    return Arrays.copyOf(bytes, position);
  }

  @Override
  public void flush() {}

  @Override
  public void writeNull() {}

  @Override
  public void writeBoolean(boolean value) {
    reserve(1);
    bytes[position++] = (byte) (value ? 1 : 0);
  }

  @Override
  public void writeInt(int value) {
    writeLong(value);
  }

  @Override
  public void writeLong(long value) {
    reserve(LONGEST_NUMBER);
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7FL) != 0) {
      bytes[position++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[position++] = (byte) rest;
  }

  @Override
  public void writeFloat(float value) {
    reserve(Float.BYTES);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(position, value);
    position += Float.BYTES;
  }

  @Override
  public void writeDouble(double value) {
    reserve(Double.BYTES);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(position, value);
    position += Double.BYTES;
  }

  @Override
  public void writeString(Utf8 text) {
    writeBytes(text.getBytes(), 0, text.getByteLength());
  }

  /** Most texts are ASCII and go straight into the array. */
  @Override
  public void writeString(String text) {
    int length = text.length();
    int start = position;
    writeLong(length);
    reserve(length);
    if (Ascii.copy(text, bytes, position)) {
      position += length;
    } else {
      position = start;
      writeEncoded(text);
    }
  }

  private void writeEncoded(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    writeBytes(encoded, 0, encoded.length);
  }

  @Override
  public void writeBytes(ByteBuffer source) {
    int length = source.remaining();
    writeLong(length);
    reserve(length);
    source.get(source.position(), bytes, position, length);
    position += length;
  }

  @Override
  public void writeBytes(byte[] source, int start, int length) {
    writeLong(length);
    writeFixed(source, start, length);
  }

  @Override
  public void writeFixed(byte[] source, int start, int length) {
    reserve(length);
    System.arraycopy(source, start, bytes, position, length);
    position += length;
  }

  @Override
  public void writeEnum(int index) {
    writeLong(index);
  }

  @Override
  public void writeIndex(int index) {
    writeLong(index);
  }

  @Override
  public void writeArrayStart() {}

  @Override
  public void writeMapStart() {}

  @Override
  public void setItemCount(long count) {
    if (count > 0) {
      writeLong(count);
    }
  }

  @Override
  public void startItem() {}

  @Override
  public void writeArrayEnd() {
    writeLong(0);
  }

  @Override
  public void writeMapEnd() {
    writeLong(0);
  }

  private void reserve(int length) {
    if (length > bytes.length - position) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + length));
    }
  }
}
