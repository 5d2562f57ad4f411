package io.leadpulse.benchmarks.block;

import io.leadpulse.benchmarks.measure.Mark;
import io.leadpulse.benchmarks.measure.Usage;
import java.util.Map;

/**
 * What is measured of a job on Flink: from one mark to another.
 *
 * @param counters for each event
 */
record Span(Usage usage, Map<String, Double> counters) {
  private static final int SECOND_VERSION = 2;

  /** The events between the two counts of the order. */
  static Span ofEvents(BlockOrder order, Inputs inputs) {
    Mark from = inputs.mark(order.from());
    Map<String, Long> before = Counters.totals(order);
    return until(inputs.mark(order.to()), from, before, order);
  }

  /** After the last event, the leads that a second release has scored anew. */
  static Span ofRescore(BlockOrder order, Inputs inputs) {
    inputs.await(order.allInputs());
    Mark from = Mark.now(MetricStore.sum("swept"), order.broker());
    Map<String, Long> before = Counters.totals(order);
    Inputs.await(() -> MetricStore.sum("swept-version"), SECOND_VERSION, version -> {});
    return until(Mark.now(MetricStore.sum("swept"), order.broker()), from, before, order);
  }

  private static Span until(Mark to, Mark from, Map<String, Long> before, BlockOrder order) {
    Map<String, Long> after = Counters.totals(order);
    Usage usage = Usage.between(from, to, Threads.named(Threads.FLINK_TASKS));
    return new Span(usage, usage.perEvent(before, after));
  }
}
