package io.leadpulse.intake.weblog;

import java.nio.charset.StandardCharsets;

/** The query of a request: {@code name=value&other=value}. */
final class Query {
  private static final int VALUE_LIMIT = 200;

  private Query() {}

  /** The first value of a name, decoded and cut to a sane length; empty if there is none. */
  static String parameter(String query, String name) {
    for (int start = 0; start < query.length(); ) {
      int end = endOfPair(query, start);
      if (query.startsWith(name, start)
          && start + name.length() < end
          && query.charAt(start + name.length()) == '=') {
        return decoded(query.substring(start + name.length() + 1, end));
      }
      start = end + 1;
    }
    return "";
  }

  /** Whether a feed is asked for, as blogs have it: {@code feed=rss2}, {@code flav=atom}. */
  static boolean asksForFeed(String query) {
    for (int start = 0; start < query.length(); ) {
      int end = endOfPair(query, start);
      int equals = query.indexOf('=', start);
      if (equals >= start && equals < end && isFeed(query, equals + 1, end)) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  private static boolean isFeed(String query, int from, int to) {
    return to - from <= 6
        && (query.regionMatches(true, from, "rss", 0, 3)
            || query.regionMatches(true, from, "atom", 0, 4));
  }

  private static int endOfPair(String query, int start) {
    int ampersand = query.indexOf('&', start);
    return ampersand < 0 ? query.length() : ampersand;
  }

  private static String decoded(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '+') {
        b = ' ';
      } else if (b == '%' && i + 2 < bytes.length) {
        int hex = Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16);
        if (hex >= 0) {
          b = (byte) hex;
          i += 2;
        }
      }
      bytes[length++] = b;
    }
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    return text.length() <= VALUE_LIMIT ? text : text.substring(0, VALUE_LIMIT);
  }
}
