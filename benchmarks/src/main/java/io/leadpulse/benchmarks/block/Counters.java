package io.leadpulse.benchmarks.block;

import io.leadpulse.benchmarks.measure.Figures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted up to a moment. Hardly depends on the machine: where two runs differ, something
 * else was done.
 *
 * @param totals by name
 */
record Counters(Map<String, Long> totals) {
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

  /**
   * The present ones.
   *
   * @param order of the block; reads and writes of state are known only if it counts them
   */
  static Counters now(BlockOrder order) {
    Map<String, Long> totals = new TreeMap<>();
    totals.put("bytes_allocated", TaskThreads.allocated());
    totals.put("bytes_shuffled", MetricStore.sumOfTasks("Source: records", "numBytesOut"));
    totals.put("records_out", records(order.peer().operator()));
    totals.put("timers_registered", MetricStore.sum("timers-registered"));
    totals.put("timers_fired", MetricStore.sum("timers-fired"));
    if (order.counting()) {
      totals.put("state_reads", MetricStore.sumEnding(READS));
      totals.put("state_writes", MetricStore.sumEnding(WRITES));
    }
    return new Counters(totals);
  }

  private static long records(String operator) {
    var out = MetricStore.counter(operator, "numRecordsOut");
    return out == null ? 0 : out.getCount();
  }

  /** What was counted since, per event. */
  Map<String, Double> since(Counters before, long events) {
    Map<String, Double> perEvent = new TreeMap<>();
    totals.forEach(
        (name, total) ->
            perEvent.put(
                name,
                Figures.rounded((total - before.totals.getOrDefault(name, 0L)) / (double) events)));
    return perEvent;
  }
}
