package io.leadpulse.jobs.score;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What the operator shows of how it reaches its leads, in the group {@code leadpulse}. */
final class StateMetrics {
  /** Values that a histogram looks back on. */
  private static final int WINDOW = 1_024;

  private static final long NANOS_PER_MICRO = 1_000;

  private final MetricGroup group;
  private final Counter reads;
  private final Counter writes;
  private final Counter hits;
  private final Counter misses;
  private final Counter evictions;
  private final Histogram leadBytes;
  private final Histogram barrierTime;

  StateMetrics(MetricGroup operator) {
    group = operator.addGroup("leadpulse");
    reads = group.counter("state-reads");
    writes = group.counter("state-writes");
    hits = group.counter("cache-hits");
    misses = group.counter("cache-misses");
    evictions = group.counter("cache-evictions");
    leadBytes = group.histogram("state-bytes", new DescriptiveStatisticsHistogram(WINDOW));
    barrierTime = group.histogram("barrier-us", new DescriptiveStatisticsHistogram(WINDOW));
  }

  void showCache(Gauge<Integer> leads, Gauge<Integer> dirtyLeads, Gauge<Long> bytes) {
    group.gauge("cache-leads", leads);
    group.gauge("cache-dirty-leads", dirtyLeads);
    group.gauge("cache-bytes", bytes);
  }

  /** State accesses that read, so far. */
  long reads() {
    return reads.getCount();
  }

  /** State accesses that wrote, so far. */
  long writes() {
    return writes.getCount();
  }

  void stateRead() {
    reads.inc();
  }

  void stateWritten() {
    writes.inc();
  }

  void leadWritten(int bytes) {
    leadBytes.update(bytes);
  }

  void hit() {
    hits.inc();
  }

  void miss() {
    misses.inc();
  }

  void evicted() {
    evictions.inc();
  }

  /** How long a barrier was held until all was written. */
  void barrierHeld(long nanos) {
    barrierTime.update(nanos / NANOS_PER_MICRO);
  }
}
