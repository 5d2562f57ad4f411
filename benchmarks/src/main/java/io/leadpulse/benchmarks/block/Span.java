package io.leadpulse.benchmarks.block;

import io.leadpulse.benchmarks.measure.Mark;
import io.leadpulse.benchmarks.measure.Usage;
import java.util.Map;

/**
 * What is measured of a job on Flink: from one mark to another.
 *
 * @param counters for each event; and how long the barriers between the marks were held
 */
record Span(Usage usage, Map<String, Double> counters) {
  private static final int SECOND_VERSION = 2;
  private static final String BARRIERS = "barrier-us";
  private static final double NEARLY_ALL = 0.99;

  /** The events between the two counts of the order. */
  static Span ofEvents(BlockOrder order, Inputs inputs) {
    Mark from = inputs.mark(order.from());
    long barriers = MetricStore.sum(BARRIERS);
    Map<String, Long> before = Counters.totals(order);
    return until(inputs.mark(order.to()), from, before, barriers, order);
  }

  /** After the last event, the leads that a second release has scored anew. */
  static Span ofRescore(BlockOrder order, Inputs inputs) {
    inputs.await(order.allInputs());
    Mark from = Mark.now(MetricStore.sum("swept"), order.broker());
    long barriers = MetricStore.sum(BARRIERS);
    Map<String, Long> before = Counters.totals(order);
    Inputs.await(() -> MetricStore.sum("swept-version"), SECOND_VERSION, version -> {});
    Mark to = Mark.now(MetricStore.sum("swept"), order.broker());
    return until(to, from, before, barriers, order);
  }

  private static Span until(
      Mark to, Mark from, Map<String, Long> before, long barriers, BlockOrder order) {
    Map<String, Long> after = Counters.totals(order);
    Usage usage = Usage.between(from, to, Threads.named(Threads.FLINK_TASKS));
    Map<String, Double> counters = usage.perEvent(before, after);
    int passed = (int) (MetricStore.sum(BARRIERS) - barriers);
    counters.put("barrier_us_p99", MetricStore.quantile(BARRIERS, NEARLY_ALL, passed));
    return new Span(usage, counters);
  }
}
