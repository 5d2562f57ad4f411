package io.leadpulse.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.property.Property;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** CEL's interpreter is the judge of our own functions. */
class ClosurePropertyTest {
  private static final ConditionCompiler<Engagement> COMPILER =
      new ConditionCompiler<>(Vocabulary.EVENT);
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "-1",
          "60",
          "9223372036854775807",
          "-9223372036854775808",
          "event.minutes",
          "event.scheduledMinutes");
  private static final List<String> TEXTS =
      List.of(
          "''",
          "'a'",
          "'ab'",
          "'wanted'",
          "event.title",
          "event.topic",
          "event.answers['contact']",
          "event.answers.timing",
          "event.answers[event.topic]");

  private record Case(String source, List<Engagement> events) {}

  @Test
  void functionsOfOurOwnAgreeWithTheInterpreter() {
    int[] ours = {0};
    Property.check(
        random -> new Case(truth(random, 2), List.of(event(random), event(random), event(random))),
        given -> ours[0] += agree(given) ? 1 : 0);
    assertThat(ours[0]).as("expressions of which no part was left to the interpreter").isPositive();
  }

  private static boolean agree(Case given) {
    try {
      CelAbstractSyntaxTree checked = COMPILER.checked(given.source());
      Condition<Engagement> ours = ClosureCompiler.compile(Vocabulary.EVENT, checked);
      if (ours == null) {
        return false;
      }
      Condition<Engagement> judge = COMPILER.interpreted(checked);
      for (Engagement event : given.events()) {
        assertThat(ours.holds(event))
            .as("%s of %s", given.source(), event)
            .isEqualTo(judge.holds(event));
      }
      return true;
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalStateException(given.source(), e);
    }
  }

  private static Engagement event(SplittableRandom random) {
    return Engagement.of(EventKind.ATTENDED, "lead", "event")
        .minutes(random.nextInt(-1, 3))
        .scheduledMinutes(random.nextInt(0, 4) * 30)
        .title(pick(random, List.of("", "a", "ab", "b𠮷a")))
        .topic(pick(random, List.of("", "contact", "timing")))
        .answers(
            pick(
                random,
                List.of(
                    Map.of(), Map.of("contact", "wanted"), Map.of("contact", "a", "timing", "ab"))))
        .build();
  }

  private static String truth(SplittableRandom random, int depth) {
    if (depth == 0) {
      return pick(
          random,
          List.of("true", "false", "has(event.answers.contact)", "'timing' in event.answers"));
    }
    int less = depth - 1;
    return switch (random.nextInt(9)) {
      case 0 -> "(" + truth(random, less) + " && " + truth(random, less) + ")";
      case 1 -> "(" + truth(random, less) + " || " + truth(random, less) + ")";
      case 2 -> "!(" + truth(random, less) + ")";
      case 3 ->
          number(random, less)
              + pick(random, List.of(" < ", " <= ", " > ", " >= ", " == ", " != "))
              + number(random, less);
      case 4 -> text(random) + pick(random, List.of(" == ", " != ")) + text(random);
      case 5 ->
          text(random)
              + pick(random, List.of(".startsWith(", ".endsWith(", ".contains("))
              + text(random)
              + ")";
      case 6 -> number(random, less) + " in [0, 1, 60]";
      case 7 -> text(random) + " in ['', 'a', 'wanted']";
      default ->
          "("
              + truth(random, less)
              + " ? "
              + truth(random, less)
              + " : "
              + truth(random, less)
              + ")";
    };
  }

  private static String number(SplittableRandom random, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return random.nextInt(5) == 0 ? "size(" + text(random) + ")" : pick(random, NUMBERS);
    }
    String operator = pick(random, List.of(" + ", " - ", " * ", " / ", " % "));
    return random.nextInt(6) == 0
        ? "-(" + number(random, depth - 1) + ")"
        : "(" + number(random, depth - 1) + operator + number(random, depth - 1) + ")";
  }

  private static String text(SplittableRandom random) {
    return pick(random, TEXTS);
  }

  private static <E> E pick(SplittableRandom random, List<E> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
