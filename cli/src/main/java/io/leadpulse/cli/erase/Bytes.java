package io.leadpulse.cli.erase;

import java.util.Arrays;

/** Finds bytes in others. */
final class Bytes {
  private Bytes() {}

  /**
   * Where {@code wanted} begins first; -1 if nowhere.
   *
   * @param wanted at least one byte
   * @param from where to look first
   * @param end where to look no more: all of what is found lies before it
   */
  static int find(byte[] wanted, byte[] bytes, int from, int end) {
    byte first = wanted[0];
    for (int at = from; at <= end - wanted.length; at++) {
      if (bytes[at] == first
          && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }
}
