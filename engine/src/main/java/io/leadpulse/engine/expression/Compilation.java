package io.leadpulse.engine.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an expression: a condition, or the problems that prevented one.
 *
 * @param condition null if there are problems
 */
public record Compilation<T>(@Nullable Condition<T> condition, List<ExpressionProblem> problems) {
  public Compilation {
    problems = List.copyOf(problems);
  }

  /** The condition of an expression that was checked before. */
  public Condition<T> orThrow() {
    if (condition == null) {
      throw new IllegalArgumentException(problems.toString());
    }
    return condition;
  }
}
