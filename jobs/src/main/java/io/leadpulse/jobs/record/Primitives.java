package io.leadpulse.jobs.record;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Compact forms of numbers and texts. Has a buffer: for one thread at a time. */
final class Primitives implements Serializable {
  private static final int INITIAL_BUFFER = 256;
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private byte[] buffer = new byte[INITIAL_BUFFER];

  /** Any number; small ones of either sign in few bytes. */
  static void writeNumber(DataOutputView out, long value) throws IOException {
    long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
    while ((rest & -MORE) != 0) {
      out.writeByte((int) (rest & (MORE - 1)) | MORE);
      rest >>>= BITS;
    }
    out.writeByte((int) rest);
  }

  static long readNumber(DataInputView in) throws IOException {
    long bits = 0;
    int next;
    int shift = 0;
    do {
      next = in.readByte();
      bits |= (long) (next & (MORE - 1)) << shift;
      shift += BITS;
    } while (next < 0);
    return (bits >>> 1) ^ -(bits & 1);
  }

  /** A text of whole code points; half a surrogate pair would come back as a question mark. */
  static void writeText(DataOutputView out, String text) throws IOException {
    writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  String readText(DataInputView in) throws IOException {
    int length = (int) readNumber(in);
    if (length > buffer.length) {
      buffer = new byte[Math.max(length, 2 * buffer.length)];
    }
    in.readFully(buffer, 0, length);
    return new String(buffer, 0, length, StandardCharsets.UTF_8);
  }

  static void writeBytes(DataOutputView out, byte @Nullable [] bytes) throws IOException {
    if (bytes == null) {
      writeNumber(out, -1);
    } else {
      writeNumber(out, bytes.length);
      out.write(bytes);
    }
  }

  static byte @Nullable [] readBytes(DataInputView in) throws IOException {
    int length = (int) readNumber(in);
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  static void writeTexts(DataOutputView out, Map<String, String> texts) throws IOException {
    writeNumber(out, texts.size());
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      writeText(out, entry.getKey());
      writeText(out, entry.getValue());
    }
  }

  Map<String, String> readTexts(DataInputView in) throws IOException {
    int size = (int) readNumber(in);
    if (size == 0) {
      return Map.of();
    }
    Map<String, String> texts = new HashMap<>(2 * size);
    for (int i = 0; i < size; i++) {
      texts.put(readText(in), readText(in));
    }
    return Map.copyOf(texts);
  }
}
