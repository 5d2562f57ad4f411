package io.leadpulse.benchmarks.block;

import io.leadpulse.engine.lead.Outcome;
import java.util.Map;
import java.util.TreeMap;

/** What became of the inputs, as the job counts it. */
final class Outcomes {
  private Outcomes() {}

  /** By the outcome's term; those without any input are left out. */
  static Map<String, Long> all() {
    Map<String, Long> outcomes = new TreeMap<>();
    for (Outcome outcome : Outcome.values()) {
      long count = MetricStore.sumOf("<source>", outcome.term());
      if (count > 0) {
        outcomes.put(outcome.term(), count);
      }
    }
    return outcomes;
  }
}
