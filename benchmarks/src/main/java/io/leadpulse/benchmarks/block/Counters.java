package io.leadpulse.benchmarks.block;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted so far, by name. Hardly depends on the machine: where two runs differ, something
 * else was done.
 */
final class Counters {
  /** What the job itself counts, and nothing for those that do not. */
  private static final Map<String, String> OWN =
      Map.of(
          "timers_registered", "timers-registered",
          "timers_fired", "timers-fired",
          "cache_hits", "cache-hits",
          "cache_misses", "cache-misses",
          "cache_evictions", "cache-evictions");

  private Counters() {}

  /**
   * @param order of the block; reads and writes of state are known only if it counts them
   */
  static Map<String, Long> totals(BlockOrder order) {
    Map<String, Long> totals = new TreeMap<>();
    totals.put("bytes_allocated", Threads.allocated(Threads.FLINK_TASKS));
    totals.put("bytes_shuffled", MetricStore.sumOfTasks("Source: records", "numBytesOut"));
    totals.put("records_out", MetricStore.sumOfOperator(order.peer().publisher(), "numRecordsOut"));
    OWN.forEach((name, metric) -> totals.put(name, MetricStore.sum(metric)));
    if (order.counting()) {
      totals.put("backend_reads", StateCalls.reads());
      totals.put("backend_writes", StateCalls.writes());
    }
    return totals;
  }
}
