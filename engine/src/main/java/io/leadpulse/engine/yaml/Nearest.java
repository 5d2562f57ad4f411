package io.leadpulse.engine.yaml;

import java.util.Collection;
import java.util.Optional;

/** Finds the word that somebody most likely meant. */
public final class Nearest {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 64;
  private static final int LISTED = 12;

  private Nearest() {}

  /**
   * The known word with the fewest typing errors from {@code word}: at most one in three letters.
   */
  public static Optional<String> of(String word, Collection<String> known) {
    if (word.length() < SHORTEST || word.length() > LONGEST) {
      return Optional.empty();
    }
    String nearest = null;
    int least = Math.max(1, (word.length() + 1) / 3) + 1;
    for (String candidate : known) {
      int distance = distance(word, candidate, least);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** What to write instead of {@code word}: the nearest known word, or a list of all. */
  public static String advice(String word, Collection<String> known) {
    return of(word, known).map(near -> "write '" + near + "'").orElseGet(() -> list(known));
  }

  /** The first known words, as a choice. */
  public static String list(Collection<String> known) {
    if (known.size() < 2) {
      return known.isEmpty() ? "remove it" : "write '" + known.iterator().next() + "'";
    }
    String some = String.join(", ", known.stream().limit(LISTED).toList());
    return "one of " + some + (known.size() > LISTED ? ", ..." : "");
  }

  /**
   * The insertions, deletions, replacements and swaps of neighbours between two words, or {@code
   * limit} if there are as many or more.
   */
  static int distance(String one, String two, int limit) {
    if (Math.abs(one.length() - two.length()) >= limit) {
      return limit;
    }
    int[] beforeLast = new int[two.length() + 1];
    int[] last = new int[two.length() + 1];
    int[] row = new int[two.length() + 1];
    for (int j = 0; j <= two.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      int best = i;
      for (int j = 1; j <= two.length(); j++) {
        int cost = one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1;
        int value = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == two.charAt(j - 2)
            && one.charAt(i - 2) == two.charAt(j - 1)) {
          value = Math.min(value, beforeLast[j - 2] + 1);
        }
        row[j] = value;
        best = Math.min(best, value);
      }
      if (best >= limit) {
        return limit;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return Math.min(limit, last[two.length()]);
  }
}
