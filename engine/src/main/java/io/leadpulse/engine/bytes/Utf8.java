package io.leadpulse.engine.bytes;

/** UTF-8 without objects, for texts that are written far more often than read. */
public final class Utf8 {
  /** The bytes that a character takes at most. */
  public static final int MOST = 3;

  private static final int ONE = 0x80;
  private static final int TWO = 0x800;
  private static final int TAIL = 0x3F;
  private static final char REPLACEMENT = '?';

  private Utf8() {}

  /**
   * Writes the first {@code end} characters of a text; what is no text, such as half a pair, is
   * written as {@code ?}, as Java itself does.
   *
   * @return the place after the last byte
   */
  public static int write(String text, int end, byte[] bytes, int from) {
    int at = from;
    int i = 0;
    for (; i < end && text.charAt(i) < ONE; i++) {
      bytes[at++] = (byte) text.charAt(i);
    }
    for (; i < end; i++) {
      char c = text.charAt(i);
      if (c < ONE) {
        bytes[at++] = (byte) c;
      } else if (c < TWO) {
        bytes[at++] = (byte) (0xC0 | (c >> 6));
        bytes[at++] = (byte) (ONE | (c & TAIL));
      } else if (!Character.isSurrogate(c)) {
        bytes[at++] = (byte) (0xE0 | (c >> 12));
        bytes[at++] = (byte) (ONE | ((c >> 6) & TAIL));
        bytes[at++] = (byte) (ONE | (c & TAIL));
      } else if (i + 1 < end && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        i++;
        at = writePair(Character.toCodePoint(c, text.charAt(i)), bytes, at);
      } else {
        bytes[at++] = (byte) REPLACEMENT;
      }
    }
    return at;
  }

  private static int writePair(int codePoint, byte[] bytes, int from) {
    bytes[from] = (byte) (0xF0 | (codePoint >> 18));
    bytes[from + 1] = (byte) (ONE | ((codePoint >> 12) & TAIL));
    bytes[from + 2] = (byte) (ONE | ((codePoint >> 6) & TAIL));
    bytes[from + 3] = (byte) (ONE | (codePoint & TAIL));
    return from + 4;
  }
}
