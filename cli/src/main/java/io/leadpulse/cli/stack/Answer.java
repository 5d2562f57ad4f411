package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what a broker or a cluster promised, and turns what goes wrong into one sentence. */
public final class Answer {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Answer() {}

  /**
   * The value, within 30 s.
   *
   * @param what is waited for, for the message
   * @throws CliException if it fails or takes longer
   */
  public static <T> T of(Future<T> promise, String what) {
    return of(promise, what, PATIENCE);
  }

  /** The value, within {@code limit}. */
  public static <T> T of(Future<T> promise, String what, Duration limit) {
    try {
      return promise.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CliException known) {
        throw known;
      }
      throw CliException.failure("%s: %s".formatted(what, e.getCause()), e);
    } catch (TimeoutException e) {
      throw CliException.failure("%s: no answer in %d s".formatted(what, limit.toSeconds()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CliException.failure("interrupted while waiting for " + what, e);
    }
  }
}
