package io.leadpulse.cli.terminal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Tells what is done, a line for each part, with the seconds it took. */
public final class Progress {
  private final PrintWriter err;
  private final LongSupplier nanoTime;
  private final Interrupts interrupts;

  /** For work that is cut off by an interrupt. */
  public Progress(PrintWriter err, LongSupplier nanoTime) {
    this(err, nanoTime, Interrupts.none());
  }

  /**
   * @param err standard error; results go elsewhere
   * @param nanoTime as {@link System#nanoTime}
   * @param interrupts no part begins after one
   */
  public Progress(PrintWriter err, LongSupplier nanoTime, Interrupts interrupts) {
    this.err = err;
    this.nanoTime = nanoTime;
    this.interrupts = interrupts;
  }

  /**
   * Does a part and says so once it is done.
   *
   * @throws CliException if the user interrupted
   */
  public <T> T step(String name, Supplier<T> part) {
    if (interrupts.isRequested()) {
      throw CliException.failure("interrupted");
    }
    long start = nanoTime.getAsLong();
    T result = part.get();
    double seconds = (nanoTime.getAsLong() - start) / 1e9;
    say(String.format(Locale.ROOT, "✓ %-10s %4.1f s", name, seconds));
    return result;
  }

  public void step(String name, Runnable part) {
    step(
        name,
        () -> {
          part.run();
          return name;
        });
  }

  /** Begins a part beside others; the future fails as {@link #step} would. */
  public <T> CompletableFuture<T> begin(String name, Supplier<T> part) {
    return CompletableFuture.supplyAsync(
        () -> step(name, part), task -> new Thread(task, "start-" + name).start());
  }

  public void say(String line) {
    err.println(line);
    err.flush();
  }
}
