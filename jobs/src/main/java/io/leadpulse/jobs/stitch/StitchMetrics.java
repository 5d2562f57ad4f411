package io.leadpulse.jobs.stitch;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * What the operator shows of itself, in the group {@code leadpulse}. Counters begin at 0 after a
 * restart; the totals that do not are {@link StitchCounters}.
 */
final class StitchMetrics {
  private final MetricGroup group;
  private final Counter links;
  private final Counter linksChanged;
  private final Counter released;
  private final Counter sharedVisitors;
  private final Counter forgotten;
  private final Counter erased;
  private final Counter reads;
  private final Counter writes;
  private final Counter timers;

  StitchMetrics(MetricGroup operator) {
    group = operator.addGroup("leadpulse");
    links = group.counter("links");
    linksChanged = group.counter("links-changed");
    released = group.counter("released");
    sharedVisitors = group.counter("shared-visitors");
    forgotten = group.counter("visitors-forgotten");
    erased = group.counter("visitors-erased");
    reads = group.counter("visitor-reads");
    writes = group.counter("visitor-writes");
    timers = group.counter("visitor-timers");
  }

  /**
   * @param changed whether it told anything new
   */
  void link(boolean changed) {
    links.inc();
    if (changed) {
      linksChanged.inc();
    }
  }

  void released() {
    released.inc();
  }

  void visitorShared() {
    sharedVisitors.inc();
  }

  void visitorForgotten() {
    forgotten.inc();
  }

  /** A visitor forgot a lead that was erased, or several. */
  void leadErased() {
    erased.inc();
  }

  /** Shows how many leads the visitors have yet to forget. */
  void showErasedLeads(Gauge<Integer> left) {
    group.gauge("erased-leads-left", left);
  }

  void read() {
    reads.inc();
  }

  void written() {
    writes.inc();
  }

  void timerRegistered() {
    timers.inc();
  }

  /** Visitors that turned out to be several people, since the start. */
  long sharedVisitors() {
    return sharedVisitors.getCount();
  }

  /** Visitors that forgot an erased lead, since the start. */
  long visitorsErased() {
    return erased.getCount();
  }

  /** State accesses so far. */
  long accesses() {
    return reads.getCount() + writes.getCount();
  }

  /** Timers registered so far. */
  long timers() {
    return timers.getCount();
  }
}
