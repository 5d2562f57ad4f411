package io.leadpulse.schemas.bytes;

/** Texts of ASCII characters alone, as most are: their UTF-8 is a byte for each. */
public final class Ascii {
  private static final int FIRST_BEYOND = 0x80;

  private Ascii() {}

  /**
   * Copies a text, which takes no array of its own.
   *
   * @param to has place for a byte of each character
   * @param start where the first goes
   * @return whether it is ASCII; if not, some of it may be in the array
   */
  public static boolean copy(String text, byte[] to, int start) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char next = text.charAt(i);
      if (next >= FIRST_BEYOND) {
        return false;
      }
      to[start + i] = (byte) next;
    }
    return true;
  }
}
