package io.leadpulse.benchmarks.measure;

import java.util.Map;

/** Blocks for tests. */
final class Blocks {
  private static final Check FINE = new Check(true, "", "");

  private Blocks() {}

  static Block of(String peer, double usPerEvent) {
    return new Block(peer, usage(usPerEvent, 1), 0, 0, Map.of(), FINE);
  }

  static Block slow(double usPerEvent, double seconds) {
    return new Block("ours", usage(usPerEvent, seconds), 0, 0, Map.of(), FINE);
  }

  static Block with(long restarts, double dry, boolean isRight) {
    return new Block("ours", usage(10, 1), restarts, dry, Map.of(), new Check(isRight, "", ""));
  }

  /** Of 100,000 events. */
  private static Usage usage(double usPerEvent, double seconds) {
    return new Usage(100_000, seconds, 0, usPerEvent, usPerEvent, 0, Map.of());
  }
}
