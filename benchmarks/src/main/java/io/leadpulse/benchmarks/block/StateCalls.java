package io.leadpulse.benchmarks.block;

import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateLatencyTrackOptions;

/**
 * The calls of the state backend, from Flink's own tracking of their latency: it keeps a histogram
 * for each method, of which only the number of values is of interest here.
 */
final class StateCalls {
  /**
   * Every second call of a method is tracked. With an interval of 1 Flink tracks none: its counter
   * starts anew before it comes to 1, at which it would track.
   */
  private static final int INTERVAL = 2;

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
          "StateAddAllLatency",
          "stateClearLatency");

  private StateCalls() {}

  /** Has them counted, which costs time. */
  static void count(Configuration flink) {
    flink.set(StateLatencyTrackOptions.LATENCY_TRACK_ENABLED, true);
    flink.set(StateLatencyTrackOptions.LATENCY_TRACK_SAMPLE_INTERVAL, INTERVAL);
  }

  /** So far, exact to one of each method. */
  static long reads() {
    return INTERVAL * MetricStore.sumEnding(READS);
  }

  /** So far, exact to one of each method. */
  static long writes() {
    return INTERVAL * MetricStore.sumEnding(WRITES);
  }
}
