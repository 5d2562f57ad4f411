package io.leadpulse.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.leadpulse.engine.event.Channel;
import java.util.List;
import java.util.Set;

/** Compiles CEL against one vocabulary; thread-safe. */
final class ConditionCompiler<T> {
  /** Most characters of an expression. */
  static final int MAX_LENGTH = 1_000;

  private static final int MAX_DEPTH = 60;

  private final Vocabulary<T> vocabulary;
  private final CelCompiler compiler;
  private final CelRuntime runtime;

  ConditionCompiler(Vocabulary<T> vocabulary) {
    this.vocabulary = vocabulary;
    CelOptions options =
        CelOptions.current()
            .maxExpressionCodePointSize(MAX_LENGTH)
            .maxParseRecursionDepth(MAX_DEPTH)
            .maxParseErrorRecoveryLimit(1)
            .build();
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(options)
            .setStandardMacros(CelStandardMacro.HAS);
    for (Field<T> field : vocabulary.fields().values()) {
      builder.addVar(vocabulary.root() + "." + field.name(), field.type());
    }
    compiler = builder.build();
    runtime = CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(options).build();
  }

  /**
   * @param channels whose events the condition will judge
   * @param kind of these events, for problems
   */
  Compilation<T> compile(String source, Set<Channel> channels, String kind) {
    int length = source.codePointCount(0, source.length());
    if (length > MAX_LENGTH) {
      String message = "the expression has " + length + " characters, more than " + MAX_LENGTH;
      return failed(List.of(new ExpressionProblem(1, 1, message, "split the signal or rule")));
    }
    try {
      CelAbstractSyntaxTree parsed = accepted(compiler.parse(source));
      List<ExpressionProblem> problems =
          new ExpressionAudit<>(vocabulary, channels, kind, parsed).problems();
      if (!problems.isEmpty()) {
        return failed(problems);
      }
      CelAbstractSyntaxTree checked = accepted(compiler.check(parsed));
      if (!checked.getResultType().equals(SimpleType.BOOL)) {
        String message =
            "the expression is no condition: it gives " + checked.getResultType().name();
        return failed(List.of(new ExpressionProblem(1, 1, message, "compare it, as in 'x == y'")));
      }
      return new Compilation<>(interpreted(runtime.createProgram(checked)), List.of());
    } catch (CelValidationException e) {
      return failed(e.getErrors().stream().map(ConditionCompiler::toProblem).toList());
    } catch (CelEvaluationException e) {
      String message = "the expression cannot be run: " + e.getMessage();
      return failed(List.of(new ExpressionProblem(1, 1, message, "write it in another way")));
    }
  }

  /** A condition that CEL's own runtime evaluates. */
  private Condition<T> interpreted(CelRuntime.Program program) {
    return subject -> {
      try {
        Object result =
            program.eval(
                name -> {
                  Field<T> field = vocabulary.qualified(name);
                  return field == null
                      ? java.util.Optional.empty()
                      : java.util.Optional.of(field.boxed(subject));
                });
        return Boolean.TRUE.equals(result);
      } catch (CelEvaluationException e) {
        return false;
      }
    };
  }

  private static CelAbstractSyntaxTree accepted(CelValidationResult result)
      throws CelValidationException {
    return result.getAst();
  }

  private static ExpressionProblem toProblem(CelIssue issue) {
    return IssueText.problem(issue);
  }

  private static <T> Compilation<T> failed(List<ExpressionProblem> problems) {
    return new Compilation<>(null, problems);
  }
}
