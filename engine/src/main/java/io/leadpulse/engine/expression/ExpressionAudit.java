package io.leadpulse.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import io.leadpulse.engine.event.Channel;
import io.leadpulse.engine.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks through a parsed expression for what a model may not say: unknown attributes, ones that its
 * events never carry, loops, regular expressions, too many parts.
 */
final class ExpressionAudit<T> {
  /** Most operators, names and values of an expression together. */
  static final int MAX_PARTS = 200;

  private static final Set<String> LOOPS = Set.of("all", "exists", "exists_one", "map", "filter");

  private final Vocabulary<T> vocabulary;
  private final Set<Channel> channels;
  private final String kind;
  private final CelAbstractSyntaxTree tree;
  private final List<ExpressionProblem> problems = new ArrayList<>();
  private int parts;

  ExpressionAudit(
      Vocabulary<T> vocabulary, Set<Channel> channels, String kind, CelAbstractSyntaxTree tree) {
    this.vocabulary = vocabulary;
    this.channels = channels;
    this.kind = kind;
    this.tree = tree;
  }

  List<ExpressionProblem> problems() {
    walk(tree.getExpr());
    if (parts > MAX_PARTS) {
      String message = "the expression has " + parts + " parts, more than " + MAX_PARTS;
      problems.add(new ExpressionProblem(1, 1, message, "split the signal or rule"));
    }
    return problems;
  }

  private void walk(CelExpr expression) {
    parts++;
    switch (expression.getKind()) {
      case IDENT -> name(expression);
      case SELECT -> select(expression);
      case CALL -> call(expression);
      case LIST -> expression.list().elements().forEach(this::walk);
      case MAP ->
          expression
              .map()
              .entries()
              .forEach(
                  entry -> {
                    walk(entry.key());
                    walk(entry.value());
                  });
      case STRUCT -> add(expression, "objects cannot be made", "compare attributes one by one");
      case COMPREHENSION -> add(expression, "loops are not allowed", "write the cases out");
      case CONSTANT, NOT_SET -> {}
    }
  }

  private void call(CelExpr expression) {
    CelExpr.CelCall call = expression.call();
    String function = call.function();
    if (function.equals("matches")) {
      String fix = "use startsWith, endsWith, contains, or a glob in path:";
      add(expression, "regular expressions are not allowed", fix);
      return;
    }
    if (call.target().isPresent() && LOOPS.contains(function)) {
      String fix = "name the key, as in " + vocabulary.root() + ".x['key']";
      add(expression, "the loop " + function + "() is not allowed", fix);
      return;
    }
    call.target().ifPresent(this::walk);
    call.args().forEach(this::walk);
  }

  private void select(CelExpr expression) {
    CelExpr operand = expression.select().operand();
    boolean ofRoot =
        operand.getKind() == CelExpr.ExprKind.Kind.IDENT
            && operand.ident().name().equals(vocabulary.root());
    if (!ofRoot) {
      walk(operand);
      return;
    }
    String name = expression.select().field();
    Field<T> field = vocabulary.fields().get(name);
    if (field == null) {
      add(operand, vocabulary.root() + " has no '" + name + "'", advice(name));
    } else if (field.channels().stream().noneMatch(channels::contains)) {
      String message =
          vocabulary.root() + "." + name + " is always empty in events of kind " + kind;
      add(operand, message, "use an attribute of such events: " + available());
    } else if (expression.select().testOnly()) {
      String fix = "compare it, as in " + vocabulary.root() + "." + name + " != ...";
      add(operand, vocabulary.root() + "." + name + " is always there, empty or not", fix);
    }
  }

  private void name(CelExpr expression) {
    String name = expression.ident().name();
    if (name.equals(vocabulary.root())) {
      add(
          expression,
          name + " alone is no value",
          "name an attribute, as in " + name + "." + first());
    } else {
      String fix = "use " + vocabulary.root() + ".x for an attribute, quotes for a text";
      add(expression, "'" + name + "' is not known here", fix);
    }
  }

  private String advice(String name) {
    return Nearest.advice(name, vocabulary.fields().keySet());
  }

  private String first() {
    return vocabulary.fields().keySet().iterator().next();
  }

  private String available() {
    return vocabulary.fields().values().stream()
        .filter(field -> field.channels().stream().anyMatch(channels::contains))
        .map(Field::name)
        .collect(Collectors.joining(", "));
  }

  private void add(CelExpr at, String message, String fix) {
    CelSource source = tree.getSource();
    Integer offset = source.getPositionsMap().get(at.id());
    var place = source.getOffsetLocation(offset == null ? 0 : offset);
    int line = place.map(location -> location.getLine()).orElse(1);
    int column = place.map(location -> location.getColumn()).orElse(0) + 1;
    problems.add(new ExpressionProblem(line, column, message, fix));
  }
}
