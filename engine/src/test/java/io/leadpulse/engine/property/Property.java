package io.leadpulse.engine.property;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Checks a statement against many generated cases and shrinks the first case that breaks it.
 *
 * <p>{@code -Dproperty.seed=N} replays a reported failure; {@code -Dproperty.cases=N} looks longer.
 */
public final class Property {
  private static final int CASES = Integer.getInteger("property.cases", 10_000);
  private static final long SEED = Long.getLong("property.seed", 20_270_115L);
  private static final int MOST_SHRINKS = 2_000;

  private Property() {}

  /** Checks a statement on cases that cannot be made smaller. */
  public static <T> void check(Function<SplittableRandom, T> generator, Consumer<T> statement) {
    check(generator, whole -> List.of(), statement);
  }

  /**
   * Checks a statement.
   *
   * @param smaller candidates that are smaller than a case, most daring first
   */
  public static <T> void check(
      Function<SplittableRandom, T> generator,
      Function<T, List<T>> smaller,
      Consumer<T> statement) {
    for (int i = 0; i < CASES; i++) {
      long seed = SEED + i;
      T whole = generator.apply(new SplittableRandom(seed));
      Throwable failure = failure(whole, statement);
      if (failure != null) {
        report(seed, shrink(whole, smaller, statement), statement, failure);
      }
    }
  }

  private static <T> Throwable failure(T candidate, Consumer<T> statement) {
    try {
      statement.accept(candidate);
      return null;
    } catch (AssertionError | RuntimeException broken) {
      return broken;
    }
  }

  private static <T> T shrink(T whole, Function<T, List<T>> smaller, Consumer<T> statement) {
    T smallest = whole;
    int tries = 0;
    boolean progress = true;
    while (progress && tries < MOST_SHRINKS) {
      progress = false;
      for (T candidate : smaller.apply(smallest)) {
        tries++;
        if (failure(candidate, statement) != null) {
          smallest = candidate;
          progress = true;
          break;
        }
      }
    }
    return smallest;
  }

  private static <T> void report(long seed, T smallest, Consumer<T> statement, Throwable original) {
    Throwable cause = failure(smallest, statement);
    throw new AssertionError(
        "broken by seed "
            + seed
            + " (replay with -Dproperty.seed="
            + seed
            + " -Dproperty.cases=1); smallest case: "
            + smallest
            + "; "
            + (cause == null ? original : cause).getMessage(),
        cause == null ? original : cause);
  }
}
