package io.leadpulse.engine.expression;

import io.leadpulse.engine.expression.Part.Truth;
import io.leadpulse.engine.expression.Part.Undefined;
import io.leadpulse.engine.expression.Part.Whole;
import org.jspecify.annotations.Nullable;

/**
 * Parts of expressions about whole numbers of 64 bits; what does not fit into them is undefined.
 */
final class Wholes {
  private Wholes() {}

  static <T> @Nullable Truth<T> comparison(String function, Whole<T> left, Whole<T> right) {
    return switch (function) {
      case "_==_" -> Truths.tested(subject -> left.of(subject) == right.of(subject));
      case "_!=_" -> Truths.tested(subject -> left.of(subject) != right.of(subject));
      case "_<_" -> Truths.tested(subject -> left.of(subject) < right.of(subject));
      case "_<=_" -> Truths.tested(subject -> left.of(subject) <= right.of(subject));
      case "_>_" -> Truths.tested(subject -> left.of(subject) > right.of(subject));
      case "_>=_" -> Truths.tested(subject -> left.of(subject) >= right.of(subject));
      default -> null;
    };
  }

  static <T> @Nullable Whole<T> arithmetic(String function, Whole<T> left, Whole<T> right) {
    return switch (function) {
      case "_+_" -> subject -> sum(left.of(subject), right.of(subject));
      case "_-_" -> subject -> difference(left.of(subject), right.of(subject));
      case "_*_" -> subject -> product(left.of(subject), right.of(subject));
      case "_/_" -> subject -> quotient(left.of(subject), right.of(subject));
      case "_%_" -> subject -> remainder(left.of(subject), right.of(subject));
      default -> null;
    };
  }

  static <T> Whole<T> negated(Whole<T> part) {
    return subject -> difference(0, part.of(subject));
  }

  static <T> Truth<T> isOneOf(Whole<T> part, long[] numbers) {
    return Truths.tested(
        subject -> {
          long value = part.of(subject);
          for (long number : numbers) {
            if (number == value) {
              return true;
            }
          }
          return false;
        });
  }

  private static long sum(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0 ? undefined() : sum;
  }

  private static long difference(long a, long b) {
    long difference = a - b;
    return ((a ^ b) & (a ^ difference)) < 0 ? undefined() : difference;
  }

  private static long product(long a, long b) {
    long product = a * b;
    return Math.multiplyHigh(a, b) == product >> 63 ? product : undefined();
  }

  private static long quotient(long a, long b) {
    return b == 0 || (a == Long.MIN_VALUE && b == -1) ? undefined() : a / b;
  }

  private static long remainder(long a, long b) {
    return b == 0 ? undefined() : a % b;
  }

  private static long undefined() {
    throw new Undefined();
  }
}
