package io.leadpulse.jobs.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Compact forms of what state is made of; savepoints hold them, so they never change. */
final class Packed {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private Packed() {}

  /** A number of 0 or more, seven bits a byte, low ones first. */
  static void writeCount(DataOutputView out, int count) throws IOException {
    int rest = count;
    while (rest >= MORE) {
      out.writeByte(rest | MORE);
      rest >>>= BITS;
    }
    out.writeByte(rest);
  }

  static int readCount(DataInputView in) throws IOException {
    int count = 0;
    int next;
    int shift = 0;
    do {
      next = in.readByte();
      count |= (next & (MORE - 1)) << shift;
      shift += BITS;
    } while (next < 0);
    return count;
  }

  static void writeBytes(DataOutputView out, byte[] bytes) throws IOException {
    writeCount(out, bytes.length);
    out.write(bytes);
  }

  static byte[] readBytes(DataInputView in) throws IOException {
    byte[] bytes = new byte[readCount(in)];
    in.readFully(bytes);
    return bytes;
  }

  static void writeText(DataOutputView out, String text) throws IOException {
    writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  static String readText(DataInputView in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  /** Texts by key; in the order of keys, so that equal maps give equal bytes. */
  static void writeTexts(DataOutputView out, Map<String, String> texts) throws IOException {
    writeCount(out, texts.size());
    for (Map.Entry<String, String> entry : new TreeMap<>(texts).entrySet()) {
      writeText(out, entry.getKey());
      writeText(out, entry.getValue());
    }
  }

  static Map<String, String> readTexts(DataInputView in) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (int left = readCount(in); left > 0; left--) {
      texts.put(readText(in), readText(in));
    }
    return texts;
  }
}
