package io.leadpulse.chaos.people;

import io.leadpulse.chaos.stage.Sender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends one chapter beside everything else. As long as it takes its time it sends a share of what
 * is left each second, so that some is left whatever happens meanwhile.
 */
public final class Telling {
  private static final long TICK_NANOS = Duration.ofMillis(20).toNanos();

  /** Records a second, when there is no reason to wait any more. */
  private static final double FULL_RATE = 2_000;

  private final Sender sender;
  private final Wire wire;
  private final int chapter;
  private final List<Line> lines;
  private final double share;
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final Thread sending = new Thread(this::run, "telling");
  private volatile boolean hurried;
  private int sent;

  /**
   * Begins to send.
   *
   * @param share of what is left, each second
   */
  public Telling(Sender sender, Wire wire, int chapter, List<Line> lines, double share) {
    this.sender = sender;
    this.wire = wire;
    this.chapter = chapter;
    this.lines = lines;
    this.share = share;
    sending.setDaemon(true);
    sending.start();
  }

  private void run() {
    try {
      double credit = 0;
      long last = System.nanoTime();
      while (sent < lines.size()) {
        LockSupport.parkNanos(TICK_NANOS);
        long now = System.nanoTime();
        credit += rate() * (now - last) / 1e9;
        last = now;
        for (; credit >= 1 && sent < lines.size(); credit--) {
          sender.send(wire.of(lines.get(sent), chapter, System.currentTimeMillis()));
          sent++;
        }
      }
      sender.flush();
    } catch (RuntimeException e) {
      failure.set(e);
    }
  }

  private double rate() {
    return hurried ? FULL_RATE : share * (lines.size() - sent);
  }

  /** Sends the rest at once, and returns when the broker has all. */
  public void finish() throws InterruptedException {
    hurried = true;
    sending.join();
    RuntimeException why = failure.get();
    if (why != null) {
      throw why;
    }
  }
}
