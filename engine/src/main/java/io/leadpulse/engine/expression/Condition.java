package io.leadpulse.engine.expression;

/** A compiled expression; safe for use by many threads. */
@FunctionalInterface
public interface Condition<T> {

  /**
   * Whether the expression is true of the subject. An expression that fails on it, because a map
   * has no such key or by a division by zero, does not hold.
   */
  boolean holds(T subject);
}
