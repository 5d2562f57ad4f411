package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.block.Taken;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Sends always a bounded number of events ahead of the peer: it never waits for input, and still
 * meets the events of all topics in the order of their time, as it would live. A consumer that
 * finds everything there at once reads all partitions at one pace, and is through with the rare
 * topics long before it is with the others.
 */
final class Feeder {
  private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();

  private final Sender sender;
  private final Taken taken;
  private final int backlog;
  private final BooleanSupplier goesOn;
  private long looks;
  private long dry;

  /**
   * @param backlog how many events ahead
   * @param goesOn asked now and then; it stops if not
   */
  Feeder(Sender sender, Taken taken, int backlog, BooleanSupplier goesOn) {
    this.sender = sender;
    this.taken = taken;
    this.backlog = backlog;
    this.goesOn = goesOn;
  }

  /** Sends until so many records have been sent. */
  void feed(long records) {
    while (sender.sent() < records && goesOn.getAsBoolean()) {
      look();
      long until = Math.min(records, taken.get() + backlog);
      if (until - sender.sent() < Math.min(backlog / 4, records - sender.sent())) {
        LockSupport.parkNanos(PAUSE_NANOS);
        continue;
      }
      while (sender.sent() < until) {
        sender.send(System.currentTimeMillis());
      }
      sender.flush();
    }
  }

  /** Waits until the peer has taken all that was sent. */
  void awaitAllTaken() {
    while (taken.get() < sender.sent() && goesOn.getAsBoolean()) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void look() {
    long now = taken.get();
    if (now > 0) {
      looks++;
      dry += now >= sender.sent() ? 1 : 0;
    }
  }

  /** Share of the looks, 0 to 1, at which everything that was sent had been taken. */
  double dry() {
    return looks == 0 ? 0 : (double) dry / looks;
  }
}
