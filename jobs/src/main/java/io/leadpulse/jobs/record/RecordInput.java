package io.leadpulse.jobs.record;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.jspecify.annotations.Nullable;

/**
 * One record that a {@link RecordOutput} wrote, taken from Flink as a whole. For one thread at a
 * time.
 */
final class RecordInput implements Serializable {
  private static final int INITIAL_SIZE = 512;

  private byte[] bytes;
  private int position;

  RecordInput() {
    bytes = new byte[INITIAL_SIZE];
  }

  /** Reads from these bytes, which are not written to. */
  RecordInput(byte[] bytes) {
    this.bytes = bytes;
  }

  void readFrom(DataInputView in) throws IOException {
    int length = in.readInt();
    if (length > bytes.length) {
      bytes = new byte[Math.max(length, bytes.length * 2)];
    }
    in.readFully(bytes, 0, length);
    position = 0;
  }

  byte read() {
    return bytes[position++];
  }

  boolean readBoolean() {
    return read() != 0;
  }

  int readInt() {
    int value =
        bytes[position] << 24
            | (bytes[position + 1] & 0xFF) << 16
            | (bytes[position + 2] & 0xFF) << 8
            | bytes[position + 3] & 0xFF;
    position += Integer.BYTES;
    return value;
  }

  long readNumber() {
    long bits = readUnsigned();
    return bits >>> 1 ^ -(bits & 1);
  }

  private long readUnsigned() {
    long bits = 0;
    int next;
    int shift = 0;
    do {
      next = bytes[position++];
      bits |= (next & 0x7FL) << shift;
      shift += 7;
    } while (next < 0);
    return bits;
  }

  String readText() {
    int length = (int) readUnsigned();
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  Map<String, String> readTexts() {
    int size = (int) readNumber();
    if (size == 0) {
      return Map.of();
    }
    Map<String, String> texts = new HashMap<>(2 * size);
    for (int i = 0; i < size; i++) {
      texts.put(readText(), readText());
    }
    return Map.copyOf(texts);
  }

  byte @Nullable [] readBytes() {
    int length = (int) readNumber();
    if (length < 0) {
      return null;
    }
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }
}
