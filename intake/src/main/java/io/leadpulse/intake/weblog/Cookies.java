package io.leadpulse.intake.weblog;

/** A header of cookies as logged: {@code name=value; other=value}. */
final class Cookies {
  private Cookies() {}

  /** The value of a cookie; empty if there is none of that name. */
  static String value(String header, String name) {
    int start = 0;
    while (start < header.length()) {
      int semicolon = header.indexOf(';', start);
      int end = semicolon < 0 ? header.length() : semicolon;
      while (start < end && header.charAt(start) == ' ') {
        start++;
      }
      if (header.startsWith(name, start)
          && start + name.length() < end
          && header.charAt(start + name.length()) == '=') {
        return header.substring(start + name.length() + 1, end).strip();
      }
      start = end + 1;
    }
    return "";
  }
}
