package io.leadpulse.jobs.stitch;

import java.util.Iterator;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has all visitors of this subtask forget erased leads, a few at a time, so that neither events nor
 * a barrier wait long. A lead that is erased meanwhile waits for the next walk. It keeps no
 * position: after a restart it begins anew.
 */
final class ErasureWalk {
  private static final Logger LOG = LoggerFactory.getLogger(ErasureWalk.class);

  /** How long it rests for each millisecond of work: a fifth of the time is its. */
  private static final int REST = 4;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final LeadsToForget leads;
  private final Supplier<Stream<String>> visitors;
  private final Erasure erasure;
  private final ProcessingTimeService clock;
  private final long stintNanos;

  /** Whether a stint is to come. */
  private boolean scheduled;

  private @Nullable Pass pass;

  /** What happens to one visitor. */
  interface Erasure {
    void take(String visitorId, Set<String> leads);
  }

  /** One walk: the visitors still ahead. */
  private record Pass(Set<String> leads, Stream<String> stream, Iterator<String> visitors) {
    Pass(Set<String> leads, Stream<String> stream) {
      this(leads, stream, stream.iterator());
    }
  }

  /**
   * @param visitors all that something is kept of, as of now
   * @param stintMillis how long it works in one go; a visitor at least
   */
  ErasureWalk(
      LeadsToForget leads,
      Supplier<Stream<String>> visitors,
      Erasure erasure,
      ProcessingTimeService clock,
      int stintMillis) {
    this.leads = leads;
    this.visitors = visitors;
    this.erasure = erasure;
    this.clock = clock;
    stintNanos = stintMillis * NANOS_PER_MILLI;
  }

  /** Has it go if there is anybody to forget; one under way goes on by itself. */
  void wake() {
    if (!scheduled && leads.areWaiting()) {
      scheduleIn(0);
    }
  }

  private void scheduleIn(long millis) {
    scheduled = true;
    clock.registerTimer(clock.getCurrentProcessingTime() + millis, called -> run());
  }

  private void run() {
    scheduled = false;
    Pass current = pass == null ? begin() : pass;
    long start = System.nanoTime();
    if (stint(current, start + stintNanos)) {
      end();
      wake();
    } else {
      long worked = (System.nanoTime() - start) / NANOS_PER_MILLI;
      scheduleIn(Math.max(1, worked * REST));
    }
  }

  private Pass begin() {
    Set<String> erased = leads.begin();
    LOG.info("All visitors are being asked to forget {} leads", erased.size());
    Pass begun = new Pass(erased, visitors.get());
    pass = begun;
    return begun;
  }

  /** Whether no visitor is left. */
  private boolean stint(Pass current, long until) {
    while (current.visitors.hasNext()) {
      erasure.take(current.visitors.next(), current.leads);
      if (System.nanoTime() >= until) {
        return false;
      }
    }
    return true;
  }

  private void end() {
    close();
    leads.end();
    LOG.info("All visitors have forgotten them");
  }

  /** Gives back what an unfinished walk holds. */
  void close() {
    if (pass != null) {
      pass.stream.close();
      pass = null;
    }
  }
}
