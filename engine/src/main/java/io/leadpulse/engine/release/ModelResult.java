package io.leadpulse.engine.release;

import io.leadpulse.engine.yaml.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a model's text: a compiled model, or every problem that prevented one.
 *
 * @param compiled null if there are problems
 * @param problems by place in the text
 */
public record ModelResult(@Nullable CompiledModel compiled, List<Problem> problems) {
  public ModelResult {
    problems = List.copyOf(problems);
  }

  /**
   * The model of a text that has to be valid.
   *
   * @throws IllegalArgumentException with all problems
   */
  public CompiledModel orThrow() {
    if (compiled == null) {
      throw new IllegalArgumentException(
          String.join("\n", problems.stream().map(Problem::toString).toList()));
    }
    return compiled;
  }
}
