package io.leadpulse.engine.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * A compiled pattern with wildcards; matching makes no objects and cannot run away on long values.
 *
 * <p>In a path {@code *} and {@code ?} stay within a segment, {@code **} crosses segments, {@code
 * /a/**} includes {@code /a} itself, and a pattern without a leading slash may begin at any
 * segment. In other attributes {@code *} stands for any text and {@code ?} for any character.
 */
final class Glob {
  private static final int ANY_CHARACTER = -1;
  private static final int ANY_IN_SEGMENT = -2;
  private static final int SEGMENT_RUN = -3;
  private static final int RUN = -4;

  /** Any number of whole segments, each with its slash. */
  private static final int SEGMENTS = -5;

  /** The end, or a slash and whatever follows. */
  private static final int SUBTREE = -6;

  /** Stands behind the last token. */
  private static final int NOTHING = -7;

  private static final int NONE = -1;

  private final int[] tokens;
  private final boolean isPath;

  private Glob(List<Integer> tokens, boolean isPath) {
    this.tokens = tokens.stream().mapToInt(Integer::intValue).toArray();
    this.isPath = isPath;
  }

  static boolean isGlob(String pattern) {
    return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
  }

  /** A pattern for web paths. */
  static Glob ofPath(String pattern) {
    String rooted = pattern.startsWith("/") ? pattern : "/**/" + pattern;
    String glob = rooted.substring(0, Paths.end(rooted));
    List<Integer> tokens = new ArrayList<>();
    int at = 0;
    while (at < glob.length()) {
      if (glob.startsWith("/**/", at)) {
        tokens.add((int) '/');
        tokens.add(SEGMENTS);
        at += 4;
        while (glob.startsWith("**/", at)) {
          at += 3;
        }
      } else if (glob.startsWith("/**", at) && at + 3 == glob.length()) {
        tokens.add(SUBTREE);
        at += 3;
      } else {
        at = addToken(tokens, glob, at, ANY_IN_SEGMENT, SEGMENT_RUN);
      }
    }
    return new Glob(tokens, true);
  }

  /** A pattern for attributes that have no segments. */
  static Glob ofText(String pattern) {
    List<Integer> tokens = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      at = addToken(tokens, pattern, at, ANY_CHARACTER, RUN);
    }
    return new Glob(tokens, false);
  }

  private static int addToken(
      List<Integer> tokens, String pattern, int at, int anyCharacter, int anyRun) {
    char c = pattern.charAt(at);
    if (c == '?') {
      tokens.add(anyCharacter);
      return at + 1;
    }
    if (c != '*') {
      tokens.add((int) c);
      return at + 1;
    }
    int end = at;
    while (end < pattern.length() && pattern.charAt(end) == '*') {
      end++;
    }
    tokens.add(end - at > 1 ? RUN : anyRun);
    return end;
  }

  /**
   * The runs of fixed characters, all of which stand in every text that matches. For a path they
   * stand in it with a slash put at its end, so that {@code /a/**} does not have its run in common
   * with {@code /ab}.
   */
  List<String> literals() {
    List<String> literals = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (int token : tokens) {
      if (token >= 0) {
        run.append((char) token);
      } else {
        run.append(token == SUBTREE ? "/" : "");
        addRun(run, literals);
      }
    }
    boolean open = tokens.length == 0 || tokens[tokens.length - 1] != SUBTREE;
    run.append(isPath && open && run.length() > 0 ? "/" : "");
    addRun(run, literals);
    return literals;
  }

  private static void addRun(StringBuilder run, List<String> literals) {
    if (run.length() > 0) {
      literals.add(run.toString());
      run.setLength(0);
    }
  }

  /**
   * Whether the first {@code end} characters match.
   *
   * <p>Only the latest wildcard of each sort can still help after a mismatch: the earliest match of
   * all before it leaves the most room for the rest.
   */
  boolean matches(String text, int end) {
    int token = 0;
    int at = 0;
    int runToken = NONE;
    int runAt = 0;
    int deepToken = NONE;
    int deepAt = 0;
    while (token < tokens.length || at < end) {
      int wanted = token < tokens.length ? tokens[token] : NOTHING;
      if (wanted == SEGMENT_RUN) {
        runToken = ++token;
        runAt = at;
      } else if (wanted == RUN || wanted == SEGMENTS) {
        deepToken = ++token;
        deepAt = at;
        runToken = NONE;
      } else if (wanted == SUBTREE && (at == end || text.charAt(at) == '/')) {
        return true;
      } else if (at < end && matches(wanted, text.charAt(at))) {
        token++;
        at++;
      } else if (runToken != NONE && runAt < end && text.charAt(runAt) != '/') {
        at = ++runAt;
        token = runToken;
      } else {
        boolean exhausted = deepToken == NONE || (runToken != NONE && runAt == end);
        at = exhausted ? NONE : nextDeep(text, deepToken, deepAt, end);
        if (at == NONE) {
          return false;
        }
        deepAt = at;
        token = deepToken;
        runToken = NONE;
      }
    }
    return true;
  }

  /** Where a wildcard that crosses segments may end next, or {@link #NONE}. */
  private int nextDeep(String text, int deepToken, int deepAt, int end) {
    if (tokens[deepToken - 1] == RUN) {
      return deepAt < end ? deepAt + 1 : NONE;
    }
    int slash = text.indexOf('/', deepAt);
    return slash >= 0 && slash < end ? slash + 1 : NONE;
  }

  private static boolean matches(int token, char c) {
    return token == c || token == ANY_CHARACTER || (token == ANY_IN_SEGMENT && c != '/');
  }
}
