package io.leadpulse.intake.weblog;

import io.leadpulse.intake.source.Refused;
import java.nio.charset.StandardCharsets;

/** A field of a log line: a stretch of the line's bytes, valid until the next line. */
final class Field {
  final Refused missing;
  final Refused open;
  byte[] bytes = new byte[0];
  int from;
  int to;

  Field(String name) {
    missing = Refused.unreadable(name + ": missing");
    open = Refused.unreadable(name + ": the line ends within it");
  }

  void set(byte[] line, int start, int end) {
    bytes = line;
    from = start;
    to = end;
  }

  /** Whether the server had nothing to write here. */
  boolean isAbsent() {
    return to == from || to == from + 1 && bytes[from] == '-';
  }

  /** Its text without escapes; empty if absent. Bytes that are no UTF-8 are replaced. */
  String text() {
    if (isAbsent()) {
      return "";
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\\') {
        return unescaped();
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private String unescaped() {
    byte[] target = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; ) {
      int used = 1;
      byte value = bytes[i];
      if (value == '\\' && i + 1 < to) {
        int hex = bytes[i + 1] == 'x' && i + 3 < to ? hex(bytes[i + 2], bytes[i + 3]) : -1;
        used = hex < 0 ? 2 : 4;
        value = hex < 0 ? meaning(bytes[i + 1]) : (byte) hex;
      }
      target[length++] = value;
      i += used;
    }
    return new String(target, 0, length, StandardCharsets.UTF_8);
  }

  private static byte meaning(byte escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'v' -> 0x0B;
      default -> escaped;
    };
  }

  private static int hex(byte high, byte low) {
    int value = Character.digit(high, 16) << 4 | Character.digit(low, 16);
    return value < 0 ? -1 : value;
  }
}
