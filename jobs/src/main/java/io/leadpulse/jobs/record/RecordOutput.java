package io.leadpulse.jobs.record;

import io.leadpulse.schemas.bytes.Ascii;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * One record being written, in an array that is used again: Flink takes it as a whole, because each
 * byte given to it singly costs a look at its own buffers. For one thread at a time.
 */
final class RecordOutput implements Serializable {
  private static final int INITIAL_SIZE = 512;
  private static final int LONGEST_NUMBER = 10;

  private byte[] bytes = new byte[INITIAL_SIZE];
  private int position;

  void begin() {
    position = 0;
  }

  /** Hands over what was written since the last beginning, after its length. */
  void writeTo(DataOutputView out) throws IOException {
    out.writeInt(position);
    out.write(bytes, 0, position);
  }

  /** A copy of what was written since the last beginning. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, position);
  }

  void write(int value) {
    reserve(1);
    bytes[position++] = (byte) value;
  }

  void write(boolean value) {
    write(value ? 1 : 0);
  }

  /** Where the next byte goes. */
  int position() {
    return position;
  }

  void writeInt(int value) {
    reserve(Integer.BYTES);
    position += Integer.BYTES;
    putInt(position - Integer.BYTES, value);
  }

  /** Writes over what is there. */
  void putInt(int at, int value) {
    bytes[at] = (byte) (value >>> 24);
    bytes[at + 1] = (byte) (value >>> 16);
    bytes[at + 2] = (byte) (value >>> 8);
    bytes[at + 3] = (byte) value;
  }

  /** Any number; small ones of either sign in few bytes. */
  void writeNumber(long value) {
    reserve(LONGEST_NUMBER);
    putUnsigned(value << 1 ^ value >> Long.SIZE - 1);
  }

  private void putUnsigned(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[position++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[position++] = (byte) rest;
  }

  /** A text of whole code points; half a surrogate pair would come back as a question mark. */
  void writeText(String text) {
    int length = text.length();
    reserve(LONGEST_NUMBER + length);
    int start = position;
    putUnsigned(length);
    if (Ascii.copy(text, bytes, position)) {
      position += length;
    } else {
      position = start;
      writeEncoded(text);
    }
  }

  private void writeEncoded(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    writeText(encoded, 0, encoded.length);
  }

  /** A text that is UTF-8 already. */
  void writeText(byte[] from, int start, int length) {
    reserve(LONGEST_NUMBER + length);
    putUnsigned(length);
    System.arraycopy(from, start, bytes, position, length);
    position += length;
  }

  void writeTexts(Map<String, String> texts) {
    writeNumber(texts.size());
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      writeText(entry.getKey());
      writeText(entry.getValue());
    }
  }

  void writeBytes(byte @Nullable [] value) {
    if (value == null) {
      writeNumber(-1);
    } else {
      writeNumber(value.length);
      put(value);
    }
  }

  /** Bytes whose end the reader finds by itself. */
  void put(byte[] value) {
    reserve(value.length);
    System.arraycopy(value, 0, bytes, position, value.length);
    position += value.length;
  }

  private void reserve(int length) {
    if (length > bytes.length - position) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + length));
    }
  }
}
