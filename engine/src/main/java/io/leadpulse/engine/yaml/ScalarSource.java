package io.leadpulse.engine.yaml;

/**
 * The characters between which a scalar stands in the file. It finds back where a character of the
 * value came from, across quotes, escapes, indentation and folded lines.
 */
final class ScalarSource {
  static final char PLAIN = ' ';

  private static final char DOUBLE_QUOTE = '"';
  private static final char SINGLE_QUOTE = '\'';

  private final int[] text;
  private final int start;
  private final int end;
  private final char style;
  private final Place place;

  /**
   * Takes the whole file in code points.
   *
   * @param start index of the first one, which stands at {@code place}
   * @param end index after the last one
   * @param style the quote or block sign, or {@link #PLAIN}
   */
  ScalarSource(int[] text, int start, int end, char style, Place place) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.style = style;
    this.place = place;
  }

  /** The place of the code point at {@code offset} of {@code value}, which is this scalar's. */
  Place placeOf(String value, int offset) {
    int[] wanted = value.codePoints().toArray();
    int at = contentStart();
    for (int i = 0; i < Math.min(offset, wanted.length) && at < end; i++) {
      at = skipTo(wanted[i], at);
      at += length(wanted[i], at);
    }
    return placeAt(offset < wanted.length ? skipTo(wanted[offset], at) : at);
  }

  private int contentStart() {
    if (style == DOUBLE_QUOTE || style == SINGLE_QUOTE) {
      return start + 1;
    }
    int at = start;
    if (style == '|' || style == '>') {
      while (at < end && text[at] != '\n') {
        at++;
      }
      at++;
    }
    return at;
  }

  /** Skips line breaks and indentation that are not part of the value. */
  private int skipTo(int wanted, int from) {
    int at = from;
    while (at < end && text[at] != wanted && isBlank(text[at])) {
      at++;
    }
    return at < end && isBlank(wanted) && !isBlank(text[at]) ? from : at;
  }

  /** How many characters of the file stand for one of the value. */
  private int length(int wanted, int at) {
    if (at >= end || (isBlank(wanted) && !isBlank(text[at]) && text[at] != '\\')) {
      return 0;
    }
    if (style == SINGLE_QUOTE && wanted == SINGLE_QUOTE) {
      return 2;
    }
    if (style == DOUBLE_QUOTE && text[at] == '\\' && at + 1 < end) {
      return switch (text[at + 1]) {
        case 'x' -> 4;
        case 'u' -> 6;
        case 'U' -> 10;
        default -> 2;
      };
    }
    return 1;
  }

  private Place placeAt(int index) {
    int line = place.line();
    int column = place.column();
    for (int at = start; at < Math.min(index, end); at++) {
      boolean breaks = text[at] == '\n' || (text[at] == '\r' && text[at + 1] != '\n');
      line += breaks ? 1 : 0;
      column = breaks ? 1 : column + 1;
    }
    return new Place(place.file(), line, column);
  }

  private static boolean isBlank(int codePoint) {
    return codePoint == ' ' || codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
  }
}
