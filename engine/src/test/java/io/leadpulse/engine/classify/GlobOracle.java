package io.leadpulse.engine.classify;

import java.util.regex.Pattern;

/** What patterns mean, by way of regular expressions. */
final class GlobOracle {
  private GlobOracle() {}

  static boolean matchesPath(String pattern, String path) {
    String rooted = pattern.startsWith("/") ? pattern : "/**/" + pattern;
    return path(trimmed(rooted)).matcher(trimmed(path)).matches();
  }

  static boolean matchesText(String pattern, String text) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
  }

  private static Pattern path(String glob) {
    String rest = glob;
    StringBuilder regex = new StringBuilder();
    while (!rest.isEmpty()) {
      if (rest.startsWith("/**/")) {
        regex.append("/(?:[^/]*/)*");
        rest = rest.substring(4);
        while (rest.startsWith("**/")) {
          rest = rest.substring(3);
        }
      } else if (rest.equals("/**")) {
        regex.append("(?:/.*)?");
        rest = "";
      } else if (rest.startsWith("**")) {
        regex.append(".*");
        rest = rest.replaceFirst("^\\*+", "");
      } else {
        char c = rest.charAt(0);
        regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
        rest = rest.substring(1);
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private static String trimmed(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
