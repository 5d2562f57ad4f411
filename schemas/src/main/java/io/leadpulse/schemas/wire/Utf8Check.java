package io.leadpulse.schemas.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells UTF-8 from other bytes without making a text of them: most texts of a record are passed
 * over, and still none of them may be malformed. As strict as Java's own decoder.
 */
final class Utf8Check {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** The highest bit of each of eight bytes: none is set in ASCII. */
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private Utf8Check() {}

  static boolean isUtf8(byte[] bytes, int start, int end) {
    int at = start;
    while (at <= end - Long.BYTES && isAscii(bytes, at)) {
      at += Long.BYTES;
    }
    // The last eight once more, so that a rest of them is not looked at singly.
    boolean ascii =
        end - at < Long.BYTES && end - start >= Long.BYTES && isAscii(bytes, end - Long.BYTES);
    return ascii || isUtf8Singly(bytes, at, end);
  }

  private static boolean isAscii(byte[] bytes, int at) {
    return ((long) LONGS.get(bytes, at) & HIGH_BITS) == 0;
  }

  private static boolean isUtf8Singly(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end) {
      if (bytes[at] >= 0) {
        at++;
      } else if (isThree(bytes, at, end)) {
        at += 3;
      } else {
        int length = length(bytes[at]);
        if (length > end - at || !isCharacter(bytes, at, length)) {
          return false;
        }
        at += length;
      }
    }
    return true;
  }

  /** Whether one of the usual Japanese, Chinese or Korean characters is there. */
  private static boolean isThree(byte[] bytes, int at, int end) {
    // E1 to EC: whatever two bytes follow, none is overlong or half of a pair.
    return end - at >= 3
        && bytes[at] >= (byte) 0xE1
        && bytes[at] <= (byte) 0xEC
        && (bytes[at + 1] & 0xC0) == 0x80
        && (bytes[at + 2] & 0xC0) == 0x80;
  }

  /** Bytes of the character that begins so; more than there can be if none does. */
  private static int length(byte first) {
    int bits = first & 0xFF;
    if (bits < 0xC0 || bits >= 0xF8) {
      return Integer.MAX_VALUE;
    }
    return bits < 0xE0 ? 2 : bits < 0xF0 ? 3 : 4;
  }

  private static boolean isCharacter(byte[] bytes, int at, int length) {
    int codePoint = bytes[at] & 0x7F >> length;
    for (int i = 1; i < length; i++) {
      int next = bytes[at + i];
      if ((next & 0xC0) != 0x80) {
        return false;
      }
      codePoint = codePoint << 6 | next & 0x3F;
    }
    return switch (length) {
      case 2 -> codePoint >= 0x80;
      case 3 -> codePoint >= 0x800 && (codePoint < 0xD800 || codePoint > 0xDFFF);
      default -> codePoint >= 0x1_0000 && codePoint <= Character.MAX_CODE_POINT;
    };
  }
}
