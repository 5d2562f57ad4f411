package io.leadpulse.benchmarks.block;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;

/**
 * What was counted so far, by name. Hardly depends on the machine: where two runs differ, something
 * else was done.
 */
final class Counters {
  private static final List<String> READS =
      List.of(
          "StateGetLatency", "StateContainsLatency", "StateIteratorNextLatency", "IsEmptyLatency");
  private static final List<String> WRITES =
      List.of(
          "StateUpdateLatency",
          "StatePutLatency",
          "StatePutAllLatency",
          "StateRemoveLatency",
          "StateAddLatency",
          "StateAddAllLatency");

  private Counters() {}

  /**
   * @param order of the block; reads and writes of state are known only if it counts them
   */
  static Map<String, Long> totals(BlockOrder order) {
    Map<String, Long> totals = new TreeMap<>();
    totals.put("bytes_allocated", Threads.allocated(Threads.FLINK_TASKS));
    totals.put("bytes_shuffled", MetricStore.sumOfTasks("Source: records", "numBytesOut"));
    totals.put("records_out", records(order.peer().operator()));
    totals.put("timers_registered", MetricStore.sum("timers-registered"));
    totals.put("timers_fired", MetricStore.sum("timers-fired"));
    if (order.counting()) {
      totals.put("state_reads", MetricStore.sumEnding(READS));
      totals.put("state_writes", MetricStore.sumEnding(WRITES));
    }
    return totals;
  }

  private static long records(String operator) {
    Counter out = MetricStore.counter(operator, "numRecordsOut");
    return out == null ? 0 : out.getCount();
  }
}
