package io.leadpulse.cli.terminal;

import java.text.Normalizer;
import org.jline.utils.WCWidth;

/**
 * Text for a terminal. Much of it was typed by strangers into a form, so it must not be able to
 * move the cursor, set a colour or turn the reading direction; and a Japanese letter is two columns
 * wide.
 */
public final class TerminalText {
  private static final char REPLACEMENT = '?';
  private static final String ELLIPSIS = "…";

  /** More marks than this on one letter are no language but a mess over other lines. */
  private static final int MARKS_PER_LETTER = 2;

  private TerminalText() {}

  /** The text with what a terminal would obey, hide or pile up made visible or left out. */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int marks = 0;
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    for (int i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
      int c = composed.codePointAt(i);
      if (c == '\t' || c == '\n' || c == '\r') {
        c = ' ';
      } else if (!isHarmless(c)) {
        c = REPLACEMENT;
      }
      marks = WCWidth.wcwidth(c) == 0 ? marks + 1 : 0;
      if (marks <= MARKS_PER_LETTER) {
        plain.appendCodePoint(c);
      }
    }
    return plain.toString();
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> WCWidth.wcwidth(c) >= 0;
    };
  }

  /** Columns that a plain text takes. */
  public static int width(String plain) {
    return plain.codePoints().map(WCWidth::wcwidth).sum();
  }

  /** A plain text in at most so many columns, with an ellipsis where it was cut. */
  public static String cut(String plain, int columns) {
    if (width(plain) <= columns) {
      return plain;
    }
    int end = 0;
    int used = 1;
    while (end < plain.length()) {
      int c = plain.codePointAt(end);
      used += WCWidth.wcwidth(c);
      if (used > columns) {
        break;
      }
      end += Character.charCount(c);
    }
    return columns < 1 ? "" : plain.substring(0, end) + ELLIPSIS;
  }

  /** A plain text in exactly so many columns. */
  public static String fill(String plain, int columns, boolean toTheRight) {
    String cut = cut(plain, columns);
    String padding = " ".repeat(columns - width(cut));
    return toTheRight ? padding + cut : cut + padding;
  }
}
