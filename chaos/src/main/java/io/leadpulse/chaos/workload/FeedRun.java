package io.leadpulse.chaos.workload;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Sends a workload beside everything else, at a pace that can be changed. */
public final class FeedRun implements AutoCloseable {
  private static final long TICK_NANOS = Duration.ofMillis(10).toNanos();

  /** After a pause not all that was due meanwhile is sent at once. */
  private static final double MOST_CREDIT_SECONDS = 0.5;

  private final Feed feed;
  private final Taken taken;
  private final List<Entry> entries;
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final Thread sending = new Thread(this::run, "feed");
  private volatile double rate;
  private volatile int sent;
  private volatile boolean stopped;
  private long limit = Long.MIN_VALUE;

  /** Begins to send. */
  public FeedRun(Feed feed, Taken taken, Workload workload, int rate) {
    this.feed = feed;
    this.taken = taken;
    this.rate = rate;
    entries = workload.entries();
    sending.setDaemon(true);
    sending.start();
  }

  /** Changes the pace, in records a second. */
  public void pace(double recordsPerSecond) {
    rate = recordsPerSecond;
  }

  public int sent() {
    return sent;
  }

  public int left() {
    return entries.size() - sent;
  }

  /** Whether the broker has all, and the job has taken all of it. */
  public boolean isTaken() {
    RuntimeException why = failure.get();
    if (why != null) {
      throw why;
    }
    return !sending.isAlive() && feed.firstOpen(taken.offsets()) == Long.MAX_VALUE;
  }

  private void run() {
    try {
      double credit = 0;
      long last = System.nanoTime();
      while (sent < entries.size() && !stopped) {
        LockSupport.parkNanos(TICK_NANOS);
        long now = System.nanoTime();
        credit = Math.min(credit + rate * (now - last) / 1e9, rate * MOST_CREDIT_SECONDS + 1);
        last = now;
        while (credit >= 1 && sent < entries.size() && mayGo(entries.get(sent))) {
          feed.send(entries.get(sent));
          sent = sent + 1;
          credit--;
        }
      }
      feed.flush();
    } catch (RuntimeException e) {
      failure.set(e);
    }
  }

  /** The feed waits for the job rather than run away from it. */
  private boolean mayGo(Entry entry) {
    if (entry.feedAt() > limit) {
      long open = Math.min(feed.firstOpen(taken.offsets()), entry.feedAt());
      limit = open + Calendar.WINDOW.toMillis();
    }
    return entry.feedAt() <= limit;
  }

  @Override
  public void close() {
    stopped = true;
  }
}
