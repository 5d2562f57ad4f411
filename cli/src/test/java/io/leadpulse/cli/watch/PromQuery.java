package io.leadpulse.cli.watch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The metrics and labels that a PromQL expression names. Knows the functions that are in use here;
 * what it does not know is a metric's name, so that a slip of the pen is looked for and missed.
 *
 * @param grouping labels that results are grouped or joined by
 */
public record PromQuery(List<Selector> selectors, Set<String> grouping) {
  /** One metric, and which of its time series. */
  public record Selector(String metric, List<Matcher> matchers) {}

  /**
   * A condition on a label.
   *
   * @param operator {@code =}, {@code !=}, {@code =~} or {@code !~}
   */
  public record Matcher(String label, String operator, String value) {
    /** Whether the value is known here, and not chosen by who looks. */
    boolean isLiteral() {
      return !value.contains("$");
    }
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|\\[[^\\]]*\\]|\\d[\\w.]*|[a-zA-Z_:][\\w:]*|[=!]~|[=!<>]=|\\S");
  private static final Set<String> GROUPING =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");
  private static final Set<String> FUNCTIONS =
      Set.of(
          "sum",
          "max",
          "min",
          "avg",
          "count",
          "rate",
          "increase",
          "delta",
          "deriv",
          "absent",
          "time",
          "clamp_min",
          "last_over_time");

  /** Reads an expression. */
  public static PromQuery parse(String expression) {
    return new Parser(TOKEN.matcher(expression).results().map(MatchResult::group).toList()).parse();
  }

  private static final class Parser {
    private final List<String> tokens;
    private final List<Selector> selectors = new ArrayList<>();
    private final Set<String> grouping = new LinkedHashSet<>();
    private int at;

    Parser(List<String> tokens) {
      this.tokens = tokens;
    }

    PromQuery parse() {
      while (at < tokens.size()) {
        String token = tokens.get(at++);
        if (GROUPING.contains(token)) {
          labels();
        } else if (isName(token) && !OPERATORS.contains(token) && !isFunction(token)) {
          selectors.add(new Selector(token, isNext("{") ? matchers() : List.of()));
        }
      }
      return new PromQuery(List.copyOf(selectors), grouping);
    }

    private static boolean isName(String token) {
      return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
    }

    private boolean isFunction(String token) {
      return FUNCTIONS.contains(token) && (isNext("(") || isNext("by") || isNext("without"));
    }

    private boolean isNext(String token) {
      return at < tokens.size() && tokens.get(at).equals(token);
    }

    private void labels() {
      at++;
      for (; !isNext(")"); at++) {
        if (isName(tokens.get(at))) {
          grouping.add(tokens.get(at));
        }
      }
    }

    private List<Matcher> matchers() {
      List<Matcher> matchers = new ArrayList<>();
      at++;
      while (!isNext("}")) {
        if (isNext(",")) {
          at++;
        }
        String quoted = tokens.get(at + 2);
        String value = quoted.substring(1, quoted.length() - 1);
        matchers.add(new Matcher(tokens.get(at), tokens.get(at + 1), value));
        at += 3;
      }
      at++;
      return matchers;
    }
  }
}
