package io.leadpulse.jobs.score;

import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings all leads of this subtask under the release in force, a few at a time, so that neither
 * events nor a barrier wait long. A release that takes effect meanwhile is applied to the leads not
 * visited yet at once, and to the others in another pass.
 */
final class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  /** How long it works in one go; a barrier waits for no more than this and a flush. */
  static final long STINT_MILLIS = 20;

  /** When it looks again whether it may begin. */
  static final long RETRY_MILLIS = 1_000;

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int FULL = 100;

  private final Releases releases;
  private final LeadStore store;
  private final Rescoring rescoring;
  private final LongPredicate mayBegin;
  private final LongSupplier nanoClock;
  private final Runnable flush;
  private final int share;

  /** Version that all leads of this subtask have met. */
  private long done;

  private long target;
  private @Nullable LeadIds pass;

  /** What happens to one lead. */
  interface Rescoring {
    void take(String leadId, long now);
  }

  /**
   * @param done version that all leads have met already, 0 if that is not known
   * @param mayBegin whether a pass may begin at a processing time, epoch milliseconds
   * @param flush writes the rows that a stint has brought, so that no barrier finds them waiting
   * @param share percent of the time that it may take, 1 to 100
   */
  Sweep(
      long done,
      Releases releases,
      LeadStore store,
      Rescoring rescoring,
      LongPredicate mayBegin,
      Runnable flush,
      LongSupplier nanoClock,
      int share) {
    this.done = done;
    this.releases = releases;
    this.store = store;
    this.rescoring = rescoring;
    this.mayBegin = mayBegin;
    this.flush = flush;
    this.nanoClock = nanoClock;
    this.share = share;
    releases.raiseFloor(done);
  }

  /**
   * Works for a while if there is something to do.
   *
   * @param now processing time, epoch milliseconds
   * @return milliseconds after which it is to be called again at the latest; {@link Long#MAX_VALUE}
   *     for not before another release comes
   */
  long run(long now) {
    if (pass == null && !begin(now)) {
      return isDue(now) ? RETRY_MILLIS : untilNextChange(now);
    }
    long start = nanoClock.getAsLong();
    boolean isOver = stint(now, start + STINT_MILLIS * NANOS_PER_MILLI);
    flush.run();
    if (isOver) {
      end();
      return isDue(now) ? 0 : untilNextChange(now);
    }
    long worked = (nanoClock.getAsLong() - start) / NANOS_PER_MILLI;
    return worked * (FULL - share) / share;
  }

  /** Whether no lead is left. */
  private boolean stint(long now, long until) {
    LeadIds ids = pass;
    while (ids != null && ids.hasNext()) {
      rescoring.take(ids.next(), now);
      if (nanoClock.getAsLong() >= until) {
        return false;
      }
    }
    return true;
  }

  private long untilNextChange(long now) {
    long next = releases.nextChangeAfter(now);
    return next == Long.MAX_VALUE ? next : next - now;
  }

  private boolean isDue(long now) {
    return releases.versionAt(now) > done;
  }

  private boolean begin(long now) {
    if (!isDue(now) || !mayBegin.test(now)) {
      return false;
    }
    target = releases.versionAt(now);
    releases.raiseFloor(target);
    pass = store.leadIds();
    LOG.info("All leads are being scored anew by version {} of the model", target);
    return true;
  }

  private void end() {
    close();
    done = target;
    LOG.info("All leads have been scored by version {} of the model", done);
  }

  /** Gives back what an unfinished pass holds. */
  void close() {
    if (pass != null) {
      pass.close();
      pass = null;
    }
  }

  boolean isActive() {
    return pass != null;
  }

  /** Version that all leads have met. */
  long done() {
    return done;
  }
}
