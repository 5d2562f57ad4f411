package io.leadpulse.engine.identity;

import java.util.Locale;
import java.util.Set;

/**
 * Knows ids that are none: what scripts write where there is no id. All who have the same one would
 * be taken for one person.
 */
public final class JunkIds {
  private static final Set<String> WORDS =
      Set.of(
          "null",
          "undefined",
          "-1",
          "anonymous",
          "(not set)",
          "unknown",
          "none",
          "nil",
          "nan",
          "n/a");

  private static final int LONGEST_WORD = "undefined".length();

  private JunkIds() {}

  /** Whether an id of a visitor or a lead names nobody. */
  public static boolean isJunk(String id) {
    String bare = id.strip();
    return isZeros(bare)
        || (bare.length() <= LONGEST_WORD && WORDS.contains(bare.toLowerCase(Locale.ROOT)));
  }

  /** Whether there is nothing but zeros and dashes, such as a UUID of zeros, or nothing at all. */
  private static boolean isZeros(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) != '0' && id.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }
}
