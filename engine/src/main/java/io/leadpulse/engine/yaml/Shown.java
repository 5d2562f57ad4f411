package io.leadpulse.engine.yaml;

/** Makes foreign text fit for one line of a message. */
final class Shown {
  private static final int LONGEST = 80;

  private Shown() {}

  /** The text in quotes, cut where it is long, without control characters. */
  static String quoted(String text) {
    return "'" + oneLine(text) + "'";
  }

  static String oneLine(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c)
        .forEach(shown::appendCodePoint);
    if (text.codePointCount(0, text.length()) > LONGEST) {
      shown.append("...");
    }
    return shown.toString();
  }
}
