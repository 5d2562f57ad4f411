package io.leadpulse.benchmarks.block;

import io.leadpulse.benchmarks.measure.Figures;
import java.util.LongSummaryStatistics;
import java.util.Map;

/**
 * How long the subtasks of a task have been busy so far: neither without input nor held up by who
 * takes their output.
 *
 * @param at {@link System#nanoTime}
 * @param millis by subtask; empty if there is no such task
 */
record BusyTimes(long at, Map<String, Long> millis) {
  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * @param operator that the task runs
   */
  static BusyTimes of(String operator) {
    return new BusyTimes(
        System.nanoTime(), MetricStore.bySubtask(operator, "accumulateBusyTimeMs"));
  }

  /** How much busier the busiest subtask was since then than all are in the mean. */
  double maxOverMeanSince(BusyTimes then) {
    LongSummaryStatistics busy = since(then);
    return busy.getSum() == 0 ? 0 : Figures.rounded(busy.getMax() / busy.getAverage());
  }

  /** The part of the time since then in which the busiest subtask was busy, 0 to 1. */
  double busiestShareSince(BusyTimes then) {
    LongSummaryStatistics busy = since(then);
    return busy.getCount() == 0
        ? 0
        : Figures.rounded(busy.getMax() * NANOS_PER_MILLI / (at - then.at));
  }

  private LongSummaryStatistics since(BusyTimes then) {
    return millis.entrySet().stream()
        .mapToLong(now -> now.getValue() - then.millis.getOrDefault(now.getKey(), 0L))
        .summaryStatistics();
  }
}
