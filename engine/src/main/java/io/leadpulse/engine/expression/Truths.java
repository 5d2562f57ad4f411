package io.leadpulse.engine.expression;

import io.leadpulse.engine.expression.Part.Truth;
import io.leadpulse.engine.expression.Part.Undefined;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Parts of expressions that are true or false. */
final class Truths {
  private Truths() {}

  static int of(boolean truth) {
    return truth ? Truth.TRUE : Truth.FALSE;
  }

  /** A test whose operands may have no value. */
  static <T> Truth<T> tested(Predicate<T> test) {
    return subject -> {
      try {
        return of(test.test(subject));
      } catch (Undefined e) {
        return Truth.UNDEFINED;
      }
    };
  }

  static <T> Truth<T> not(Truth<T> part) {
    return subject -> {
      int truth = part.of(subject);
      return truth == Truth.UNDEFINED ? truth : Truth.TRUE - truth;
    };
  }

  static <T> @Nullable Truth<T> of(String function, Truth<T> left, Truth<T> right) {
    return switch (function) {
      case "_&&_" -> decidedBy(Truth.FALSE, left, right);
      case "_||_" -> decidedBy(Truth.TRUE, left, right);
      case "_==_" -> compared(left, right, true);
      case "_!=_" -> compared(left, right, false);
      default -> null;
    };
  }

  static <T> Truth<T> choice(Truth<T> condition, Truth<T> then, Truth<T> otherwise) {
    return subject ->
        switch (condition.of(subject)) {
          case Truth.TRUE -> then.of(subject);
          case Truth.FALSE -> otherwise.of(subject);
          default -> Truth.UNDEFINED;
        };
  }

  /** Either side decides by this truth, even if the other is undefined. */
  private static <T> Truth<T> decidedBy(int decisive, Truth<T> left, Truth<T> right) {
    return subject -> {
      int one = left.of(subject);
      if (one == decisive) {
        return decisive;
      }
      int other = right.of(subject);
      return other == decisive || one != Truth.UNDEFINED ? other : one;
    };
  }

  private static <T> Truth<T> compared(Truth<T> left, Truth<T> right, boolean equal) {
    return subject -> {
      int one = left.of(subject);
      int other = right.of(subject);
      return one == Truth.UNDEFINED || other == Truth.UNDEFINED
          ? Truth.UNDEFINED
          : of((one == other) == equal);
    };
  }
}
