package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.measure.Block;
import io.leadpulse.benchmarks.measure.DiscardRule;
import io.leadpulse.benchmarks.measure.Figures;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes at partial load until an alert can be read, by a reader of committed records.
 *
 * @param traffic what was sent
 * @param fullPerSecond events that the job takes per second when it is never short of input
 * @param loadPercent of that, at which the times were taken
 * @param sentPerSecond which is so many events
 * @param latencyMs from when an event was to be sent until the alert that it raised was read
 * @param scoreLatencyMs the same of rows of scores
 * @param usPerEvent CPU microseconds of the whole process at that load, median of the blocks
 * @param discarded how many blocks do not count, since the job restarted or its output was wrong
 * @param blocks those at that load
 */
record Latency(
    String workload,
    long seed,
    String asOf,
    long warmUp,
    long events,
    String checkpointInterval,
    String tolerance,
    Report.Traffic traffic,
    Machine machine,
    double fullPerSecond,
    int loadPercent,
    double sentPerSecond,
    Delays.Summary latencyMs,
    Delays.Summary scoreLatencyMs,
    double usPerEvent,
    int discarded,
    List<Block> blocks)
    implements Findings {
  private static final String LINE = "%s %-7s p50 %d ms, p99 %d ms, at most %d ms, of %d records";

  @Override
  public List<String> lines() {
    return List.of(
        line("alerts", latencyMs),
        line("scores", scoreLatencyMs),
        String.format(
            Locale.ROOT,
            "%s at %.0f of %.0f events/s: %.2f us",
            workload,
            sentPerSecond,
            fullPerSecond,
            usPerEvent));
  }

  private String line(String what, Delays.Summary ms) {
    return LINE.formatted(workload, what, ms.p50(), ms.p99(), ms.max(), ms.records());
  }

  /** Whether a block counts; that its input runs dry is what partial load means. */
  static boolean isKept(Block block) {
    return DiscardRule.of(block)
        .filter(rule -> rule == DiscardRule.RESTARTED || rule == DiscardRule.WRONG)
        .isEmpty();
  }

  static double median(List<Block> blocks) {
    double[] micros = blocks.stream().mapToDouble(block -> block.usage().usPerEvent()).toArray();
    return micros.length == 0 ? 0 : Figures.rounded(Figures.median(micros));
  }
}
