package io.leadpulse.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
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
import java.util.Optional;
import java.util.Set;

/** Compiles CEL against one vocabulary; thread-safe. */
final class ConditionCompiler<T> {
  /** Most characters of an expression. */
  static final int MAX_LENGTH = 1_000;

  private static final int MAX_DEPTH = 100;

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
      CelAbstractSyntaxTree parsed = compiler.parse(source).getAst();
      List<ExpressionProblem> problems =
          new ExpressionAudit<>(vocabulary, channels, kind, parsed).problems();
      if (!problems.isEmpty()) {
        return failed(problems);
      }
      CelAbstractSyntaxTree checked = compiler.check(parsed).getAst();
      if (!checked.getResultType().equals(SimpleType.BOOL)) {
        String message =
            "the expression is no condition: it gives " + checked.getResultType().name();
        return failed(List.of(new ExpressionProblem(1, 1, message, "compare it, as in 'x == y'")));
      }
      Condition<T> compiled = ClosureCompiler.compile(vocabulary, checked);
      return new Compilation<>(compiled == null ? interpreted(checked) : compiled, List.of());
    } catch (CelValidationException e) {
      return failed(e.getErrors().stream().map(IssueText::problem).toList());
    } catch (CelEvaluationException e) {
      String message = "the expression cannot be run: " + e.getMessage();
      return failed(List.of(new ExpressionProblem(1, 1, message, "write it in another way")));
    }
  }

  /** The expression with types, not looked at for what a model may not say. */
  CelAbstractSyntaxTree checked(String source) throws CelValidationException {
    return compiler.compile(source).getAst();
  }

  /** A condition that CEL's own interpreter evaluates. */
  Condition<T> interpreted(CelAbstractSyntaxTree checked) throws CelEvaluationException {
    CelRuntime.Program program = runtime.createProgram(checked);
    return subject -> {
      try {
        Object result =
            program.eval(
                name ->
                    Optional.ofNullable(vocabulary.qualified(name))
                        .map(field -> field.boxed(subject)));
        return Boolean.TRUE.equals(result);
      } catch (CelEvaluationException e) {
        return false;
      }
    };
  }

  private static <T> Compilation<T> failed(List<ExpressionProblem> problems) {
    return new Compilation<>(null, problems);
  }
}
