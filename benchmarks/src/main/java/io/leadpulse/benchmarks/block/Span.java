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
  private static final String ACCOUNTS = "score account";
  private static final double NEARLY_ALL = 0.99;

  /** What was known at the first mark. */
  private record Start(
      Mark mark, Map<String, Long> counts, long barriers, BusyTimes leads, BusyTimes accounts) {
    static Start at(Mark mark, BlockOrder order) {
      return new Start(
          mark,
          Counters.totals(order),
          MetricStore.sum(BARRIERS),
          BusyTimes.of(order.peer().operator()),
          BusyTimes.of(ACCOUNTS));
    }
  }

  /** The events between the two counts of the order. */
  static Span ofEvents(BlockOrder order, Inputs inputs) {
    Start from = Start.at(inputs.mark(order.from()), order);
    return until(inputs.mark(order.to()), from, order);
  }

  /** After the last event, the leads that a second release has scored anew. */
  static Span ofRescore(BlockOrder order, Inputs inputs) {
    inputs.await(order.allInputs());
    Start from = Start.at(Mark.now(MetricStore.sum("swept"), order.broker()), order);
    long allSwept = (long) order.parallelism() * SECOND_VERSION;
    Inputs.await(() -> MetricStore.sum("swept-version"), allSwept, version -> {});
    return until(Mark.now(MetricStore.sum("swept"), order.broker()), from, order);
  }

  private static Span until(Mark to, Start from, BlockOrder order) {
    Map<String, Long> after = Counters.totals(order);
    Usage usage = Usage.between(from.mark, to, Threads.named(Threads.FLINK_TASKS));
    Map<String, Double> counters = usage.perEvent(from.counts, after);
    int passed = (int) (MetricStore.sum(BARRIERS) - from.barriers) / order.parallelism();
    counters.put("barrier_us_p99", MetricStore.quantile(BARRIERS, NEARLY_ALL, passed));
    if (order.parallelism() > 1) {
      BusyTimes leads = BusyTimes.of(order.peer().operator());
      counters.put("subtask_max_over_mean", leads.maxOverMeanSince(from.leads));
      counters.put("subtask_busy_most", leads.busiestShareSince(from.leads));
    }
    if (order.parallelism() > 1 && order.peer().isScoring()) {
      BusyTimes accounts = BusyTimes.of(ACCOUNTS);
      counters.put("account_subtask_max_over_mean", accounts.maxOverMeanSince(from.accounts));
      counters.put("account_subtask_busy_most", accounts.busiestShareSince(from.accounts));
    }
    return new Span(usage, counters);
  }
}
