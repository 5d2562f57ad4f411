package io.leadpulse.engine.hygiene;

/**
 * The last address read, as 128 bits; IPv4 as IPv6 has it ({@code ::ffff:a.b.c.d}). Reads texts
 * only and asks no name server, whatever the text is. Reused, so that reading allocates nothing.
 */
final class Address {
  static final int BITS = 128;
  static final int IPV4_PREFIX = 96;

  static final long MAPPED = 0xFFFF_0000_0000L;
  private static final int GROUPS = 8;
  private static final int NONE = -1;

  private final int[] groups = new int[GROUPS];
  private long high;
  private long low;

  /** The first 64 bits. */
  long high() {
    return high;
  }

  /** The last 64 bits. */
  long low() {
    return low;
  }

  /** Reads the text up to an end; false, and nothing to be asked, if it is no address. */
  boolean read(String text, int end) {
    if (text.lastIndexOf(':', end - 1) >= 0) {
      return readIpv6(text, end);
    }
    long ipv4 = ipv4(text, 0, end);
    high = 0;
    low = MAPPED | ipv4;
    return ipv4 != NONE;
  }

  /** Four decimal numbers; a leading zero is refused, since some read it as octal. */
  private static long ipv4(String text, int from, int end) {
    long address = 0;
    int at = from;
    for (int i = 0; i < 4; i++) {
      int start = at;
      int number = 0;
      while (at < end && at - start < 3 && isDigit(text.charAt(at))) {
        number = number * 10 + text.charAt(at++) - '0';
      }
      boolean valid = at > start && number < 256 && (at - start == 1 || text.charAt(start) != '0');
      boolean closed = i == 3 ? at == end : at < end && text.charAt(at) == '.';
      if (!valid || !closed) {
        return NONE;
      }
      at++;
      address = address << 8 | number;
    }
    return address;
  }

  /** Groups of hexadecimal digits, one gap of zeros at most, IPv4 at the end if one likes. */
  private boolean readIpv6(String text, int end) {
    int count = 0;
    int gap = NONE;
    int at = 0;
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (at < end) {
      int stop = endOfGroup(text, at, end);
      if (stop < end && text.charAt(stop) == '.') {
        long ipv4 = count > GROUPS - 2 ? NONE : ipv4(text, at, end);
        if (ipv4 == NONE) {
          return false;
        }
        groups[count++] = (int) (ipv4 >>> 16);
        groups[count++] = (int) (ipv4 & 0xFFFF);
        break;
      }
      if (count == GROUPS || !readGroup(text, at, stop, count++)) {
        return false;
      }
      if (stop == end) {
        break;
      }
      at = stop + 1;
      boolean colon = at < end && text.charAt(at) == ':';
      if (text.charAt(stop) != ':' || at == end || (colon && gap != NONE)) {
        return false;
      }
      if (colon) {
        gap = count;
        at++;
      }
    }
    return assemble(count, gap);
  }

  private static int endOfGroup(String text, int from, int end) {
    int at = from;
    while (at < end && Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 128) {
      at++;
    }
    return at;
  }

  private boolean readGroup(String text, int from, int end, int index) {
    if (end == from || end - from > 4) {
      return false;
    }
    int value = 0;
    for (int i = from; i < end; i++) {
      value = value << 4 | Character.digit(text.charAt(i), 16);
    }
    groups[index] = value;
    return true;
  }

  /** A gap stands for one group of zeros or more. */
  private boolean assemble(int count, int gap) {
    if (gap == NONE ? count != GROUPS : count >= GROUPS) {
      return false;
    }
    high = 0;
    low = 0;
    for (int i = 0; i < GROUPS; i++) {
      long group = group(i, count, gap);
      if (i < GROUPS / 2) {
        high = high << 16 | group;
      } else {
        low = low << 16 | group;
      }
    }
    return true;
  }

  private int group(int index, int count, int gap) {
    if (gap == NONE || index < gap) {
      return groups[index];
    }
    int fromEnd = GROUPS - index;
    return fromEnd <= count - gap ? groups[count - fromEnd] : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
