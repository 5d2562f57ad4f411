package io.leadpulse.engine.expression;

import java.util.Map;

/**
 * A part of an expression, compiled to a function of the subject. Where it has no value, {@link
 * Undefined} is thrown; a truth says so with a number of its own, since {@code &&} and {@code ||}
 * can do without one side.
 */
sealed interface Part<T> {

  /** A condition. */
  @FunctionalInterface
  non-sealed interface Truth<T> extends Part<T> {
    int FALSE = 0;
    int TRUE = 1;
    int UNDEFINED = 2;

    int of(T subject);
  }

  /** A whole number. */
  @FunctionalInterface
  non-sealed interface Whole<T> extends Part<T> {
    long of(T subject);
  }

  /** A text. */
  @FunctionalInterface
  non-sealed interface Words<T> extends Part<T> {
    String of(T subject);
  }

  /** Texts by key. */
  @FunctionalInterface
  non-sealed interface Table<T> extends Part<T> {
    Map<String, String> of(T subject);
  }

  /** Thrown where an expression has no value; carries nothing, so it costs little. */
  final class Undefined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undefined() {
      super("undefined", null, false, false);
    }
  }
}
