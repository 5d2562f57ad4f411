package io.leadpulse.engine.expression;

import dev.cel.common.CelIssue;
import java.util.List;

/** Puts what CEL's compiler complains about into the words of a model's author. */
final class IssueText {
  private static final String NO_OVERLOAD = "found no matching overload for '";

  private IssueText() {}

  static ExpressionProblem problem(CelIssue issue) {
    int line = Math.max(1, issue.getSourceLocation().getLine());
    int column = Math.max(0, issue.getSourceLocation().getColumn()) + 1;
    String message = issue.getMessage().lines().findFirst().orElse("");
    if (message.startsWith(NO_OVERLOAD)) {
      return noOverload(line, column, message);
    }
    if (message.contains("undeclared reference")) {
      String fix = "put a text into quotes; name attributes as in event.path";
      return new ExpressionProblem(line, column, before(message, " (in container"), fix);
    }
    return new ExpressionProblem(line, column, message, "check the expression at this place");
  }

  /** CEL names operators as {@code _>=_} and lists every candidate; people need neither. */
  private static ExpressionProblem noOverload(int line, int column, String message) {
    String operation =
        message.substring(NO_OVERLOAD.length(), message.indexOf('\'', NO_OVERLOAD.length()));
    String shown = operation.replace("_", "").replace("@", "");
    int types = message.indexOf("applied to '");
    String operands =
        types < 0 ? "" : " to " + before(message.substring(types + "applied to '".length()), "'");
    String fix =
        List.of("==", "!=", "<", "<=", ">", ">=").contains(shown)
            ? "compare two values of one type: texts in quotes, numbers without"
            : "give " + shown + " values of the types it takes";
    return new ExpressionProblem(line, column, "cannot apply " + shown + operands, fix);
  }

  private static String before(String text, String end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }
}
