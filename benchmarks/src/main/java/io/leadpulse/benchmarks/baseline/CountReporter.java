package io.leadpulse.benchmarks.baseline;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/** Keeps hold of each operator's count of inputs, to be read at once and not a second later. */
final class CountReporter implements MetricReporter {
  static final String NAME = "counts";

  private static final Map<String, Counter> INPUTS = new ConcurrentHashMap<>();
  private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();

  /**
   * Waits until an operator of this process has taken so many inputs.
   *
   * @return how many it has taken by then
   * @throws IllegalStateException if it does not within the limit
   */
  static long await(String operator, long inputs, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    long taken = taken(operator);
    while (taken < inputs) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "'%s' has taken %d inputs of %d".formatted(operator, taken, inputs));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      taken = taken(operator);
    }
    return taken;
  }

  private static long taken(String operator) {
    Counter inputs = INPUTS.get(operator);
    return inputs == null ? 0 : inputs.getCount();
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    String operator = group.getAllVariables().get("<operator_name>");
    if (operator != null && name.equals("numRecordsIn") && metric instanceof Counter counter) {
      INPUTS.put(operator, counter);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void close() {}
}
