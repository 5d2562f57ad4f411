package io.leadpulse.cli.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/**
 * Turns Ctrl-C and SIGTERM into a request that the command heeds in its own order. Shutdown hooks
 * would not do: Flink's and Kafka's run at the same time and take away the files that a job needs
 * to end well. A second Ctrl-C ends the process at once.
 */
public final class Interrupts {
  /** 128 + SIGINT, as shells have it. */
  private static final int KILLED = 130;

  private final CountDownLatch requested = new CountDownLatch(1);

  private Interrupts() {}

  /** One that only {@link #request} requests. */
  public static Interrupts none() {
    return new Interrupts();
  }

  /** Begins to watch; for the rest of the process's life. */
  public static Interrupts watch() {
    Interrupts interrupts = new Interrupts();
    Signals.register("INT", interrupts::requestOrHalt);
    // These may come twice by themselves, when a terminal is closed.
    Signals.register("TERM", interrupts::request);
    Signals.register("HUP", interrupts::request);
    return interrupts;
  }

  /** Asks to end. */
  public void request() {
    requested.countDown();
  }

  private void requestOrHalt() {
    if (isRequested()) {
      Runtime.getRuntime().halt(KILLED);
    }
    request();
  }

  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  /** Waits until asked to end, or until the time is over; true if asked. */
  public boolean await(Duration limit) {
    try {
      return requested.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
