package io.leadpulse.benchmarks.block;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/**
 * Keeps hold of Flink's metrics in this process, to be read at once and not a second later; those
 * of a job that ended stay as they were.
 */
final class MetricStore implements MetricReporter {
  static final String NAME = "store";

  private static final List<Entry> ENTRIES = new CopyOnWriteArrayList<>();

  /**
   * One metric.
   *
   * @param operator display name of the operator, empty if it is not one's
   * @param variables of its group
   */
  private record Entry(String operator, Map<String, String> variables, String name, Metric metric) {

    /** Flink's SQL has a number in brackets behind the name. */
    boolean isOf(String wanted) {
      return operator.equals(wanted) || operator.startsWith(wanted + '[');
    }
  }

  /** The sum of an operator's own counters over its subtasks; 0 as long as there are none. */
  static long sumOfOperator(String operator, String name) {
    return sum(
        entry ->
            entry.isOf(operator) && entry.name.equals(name) && entry.metric instanceof Counter);
  }

  /** What each subtask of a task that runs an operator has of a count; by subtask. */
  static Map<String, Long> bySubtask(String operator, String name) {
    Map<String, Long> counts = new TreeMap<>();
    for (Entry entry : ENTRIES) {
      if (entry.operator.isEmpty()
          && entry.variables.getOrDefault("<task_name>", "").contains(operator)
          && entry.name.equals(name)) {
        counts.put(entry.variables.getOrDefault("<subtask_index>", ""), count(entry.metric));
      }
    }
    return counts;
  }

  /** The sum of all counts of that name: of counters, and of how often histograms were told. */
  static long sum(String name) {
    return sum(entry -> entry.name.equals(name));
  }

  /** The sum of all counts whose name ends in one of these ways. */
  static long sumEnding(List<String> ends) {
    return sum(entry -> ends.stream().anyMatch(entry.name::endsWith));
  }

  /** The sum of all counts of that name that have a variable, such as {@code <source>}. */
  static long sumOf(String variable, String name) {
    return sum(entry -> entry.variables.containsKey(variable) && entry.name.equals(name));
  }

  /** A count of the tasks whose name begins so; not of their operators. */
  static long sumOfTasks(String beginning, String name) {
    return sum(
        entry ->
            entry.operator.isEmpty()
                && entry.variables.getOrDefault("<task_name>", "").startsWith(beginning)
                && entry.name.equals(name));
  }

  private static long sum(Predicate<Entry> wanted) {
    return ENTRIES.stream().filter(wanted).mapToLong(entry -> count(entry.metric)).sum();
  }

  private static long count(Metric metric) {
    if (metric instanceof Counter counter) {
      return counter.getCount();
    }
    if (metric instanceof Histogram histogram) {
      return histogram.getCount();
    }
    return metric instanceof Gauge<?> gauge && gauge.getValue() instanceof Number number
        ? number.longValue()
        : 0;
  }

  /**
   * A quantile of the values that a histogram was told last, of the subtask where it is greatest; 0
   * without any.
   *
   * @param share 0 to 1
   * @param values how many of them at most
   */
  static double quantile(String name, double share, int values) {
    double greatest = 0;
    for (Entry entry : ENTRIES) {
      if (entry.name.equals(name) && entry.metric instanceof Histogram histogram) {
        long[] told = histogram.getStatistics().getValues();
        long[] last = Arrays.copyOfRange(told, Math.max(0, told.length - values), told.length);
        Arrays.sort(last);
        int place = (int) Math.ceil(share * last.length) - 1;
        greatest = Math.max(greatest, last.length == 0 ? 0 : last[place]);
      }
    }
    return greatest;
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    Map<String, String> variables = group.getAllVariables();
    ENTRIES.add(new Entry(variables.getOrDefault("<operator_name>", ""), variables, name, metric));
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void close() {}
}
