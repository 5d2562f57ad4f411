package io.leadpulse.cli.terminal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Tells what is done, a line for each part, with the seconds it took. */
public final class Progress {
  private final PrintWriter err;
  private final LongSupplier nanoTime;

  /**
   * @param err standard error; results go elsewhere
   * @param nanoTime as {@link System#nanoTime}
   */
  public Progress(PrintWriter err, LongSupplier nanoTime) {
    this.err = err;
    this.nanoTime = nanoTime;
  }

  /** Does a part and says so once it is done. */
  public <T> T step(String name, Supplier<T> part) {
    long start = nanoTime.getAsLong();
    T result = part.get();
    err.printf(Locale.ROOT, "✓ %-10s %4.1f s%n", name, (nanoTime.getAsLong() - start) / 1e9);
    err.flush();
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

  public void say(String line) {
    err.println(line);
    err.flush();
  }
}
