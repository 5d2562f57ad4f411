package io.leadpulse.chaos.stage;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Does one thing after the other beside everything else: each second a share of what is left, so
 * that some is left whatever happens meanwhile.
 */
public final class Trickle {
  private static final long TICK_NANOS = Duration.ofMillis(20).toNanos();

  /** Things a second, when there is no reason to wait any more. */
  private static final double FULL_RATE = 2_000;

  private final double share;
  private final IntSupplier left;
  private final Runnable next;
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final Thread working;
  private volatile boolean hurried;
  private volatile boolean finishing;
  private volatile boolean stopped;

  /**
   * Begins.
   *
   * @param share of what is left, each second
   * @param left how much is left now; may grow
   * @param next does the next one, in the other thread
   */
  public Trickle(String name, double share, IntSupplier left, Runnable next) {
    this.share = share;
    this.left = left;
    this.next = next;
    working = new Thread(this::run, name);
    working.setDaemon(true);
    working.start();
  }

  private void run() {
    try {
      double credit = 0;
      long last = System.nanoTime();
      while (!stopped && !(finishing && left.getAsInt() == 0)) {
        LockSupport.parkNanos(TICK_NANOS);
        long now = System.nanoTime();
        double rate = hurried ? FULL_RATE : share * left.getAsInt();
        credit += rate * (now - last) / 1e9;
        last = now;
        for (; credit >= 1 && left.getAsInt() > 0; credit--) {
          next.run();
        }
      }
    } catch (RuntimeException e) {
      failure.set(e);
    }
  }

  /** Does what is left, and what is still to come, at once from now on. */
  public void hurry() {
    hurried = true;
    check();
  }

  /** Does the rest at once, and returns when nothing is left. */
  public void finish() throws InterruptedException {
    hurried = true;
    finishing = true;
    working.join();
    check();
  }

  /** Leaves the rest undone. */
  public void stop() {
    stopped = true;
  }

  private void check() {
    RuntimeException why = failure.get();
    if (why != null) {
      throw why;
    }
  }
}
