package io.leadpulse.engine.expression;

import dev.cel.common.CelIssue;

/** Puts what CEL's compiler complains about into the words of a model's author. */
final class IssueText {
  private static final String NO_OVERLOAD = "found no matching overload for '";
  private static final String UNDECLARED = "undeclared reference to '";
  private static final String CHECK = "check quotes, brackets and operators at this place";

  private IssueText() {}

  static ExpressionProblem problem(CelIssue issue) {
    int line = Math.max(1, issue.getSourceLocation().getLine());
    int column = Math.max(0, issue.getSourceLocation().getColumn()) + 1;
    String message = issue.getMessage().lines().findFirst().orElse("");
    if (message.startsWith(NO_OVERLOAD)) {
      return noOverload(line, column, message);
    }
    if (message.startsWith(UNDECLARED)) {
      String name =
          message.substring(UNDECLARED.length(), message.indexOf('\'', UNDECLARED.length()));
      String fix = "use size, startsWith, endsWith, contains, has, or an operator";
      return new ExpressionProblem(line, column, "there is no function '" + name + "'", fix);
    }
    if (message.contains("recursion limit")) {
      String told = "the expression is nested too deeply";
      return new ExpressionProblem(line, column, told, "use fewer brackets or split it");
    }
    return new ExpressionProblem(line, column, syntax(message), CHECK);
  }

  /** What the grammar expected instead helps nobody who does not know the grammar. */
  private static String syntax(String message) {
    if (message.contains("'<EOF>'")) {
      return "the expression ends too early";
    }
    return before(message, " expecting ")
        .replace("mismatched input", "unexpected")
        .replace("extraneous input", "unexpected")
        .replace("token recognition error at:", "unexpected");
  }

  /** CEL names operators as {@code _>=_} and lists every candidate; people need neither. */
  private static ExpressionProblem noOverload(int line, int column, String message) {
    String operation =
        message.substring(NO_OVERLOAD.length(), message.indexOf('\'', NO_OVERLOAD.length()));
    String shown = operation.replace("_", "").replace("@", "");
    int types = message.indexOf("applied to '");
    String operands =
        types < 0 ? "" : " to " + before(message.substring(types + "applied to '".length()), "'");
    return new ExpressionProblem(line, column, "cannot apply " + shown + operands, fix(shown));
  }

  private static String fix(String operation) {
    return switch (operation) {
      case "==", "!=", "<", "<=", ">", ">=" ->
          "compare two values of one type: texts in quotes, numbers without";
      case "?:" -> "write condition ? this : that, with both of one type";
      default -> "give " + operation + " values of the types it takes";
    };
  }

  private static String before(String text, String end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }
}
