package io.leadpulse.jobs.metrics;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.metrics.MetricGroup;

/** How many records there were for each constant of an enum; the totals outlive restarts. */
abstract class TermCounters<E extends Enum<E>> {
  private final Set<E> shown;
  private final Function<E, String> term;
  private final Names names;
  private final LastingCounters counters;

  /**
   * What they are called.
   *
   * @param state in the operator's state
   * @param group of metrics, one for each constant
   * @param counter in each group
   */
  record Names(String state, String group, String counter) {}

  /**
   * @param shown those that this operator counts
   * @param term the name of a constant in state and metrics
   */
  TermCounters(Class<E> type, Set<E> shown, Function<E, String> term, Names names) {
    this.shown = EnumSet.copyOf(shown);
    this.term = term;
    this.names = names;
    counters = new LastingCounters(Arrays.stream(type.getEnumConstants()).map(term).toList());
  }

  public void count(E constant) {
    counters.counter(constant.ordinal()).inc();
  }

  /** The total of this subtask, with its share of what was restored. */
  public long total(E constant) {
    return counters.counter(constant.ordinal()).getCount();
  }

  /** Restores the totals; call when the operator's state is initialised. */
  public void initialize(OperatorStateStore store) throws Exception {
    counters.initialize(store, names.state());
  }

  /** Call when the operator's state is snapshotted. */
  public void snapshot() throws Exception {
    counters.snapshot();
  }

  /** Shows the totals in the group {@code leadpulse}. */
  public void register(MetricGroup operator) {
    MetricGroup leadpulse = operator.addGroup(OutcomeCounters.LEADPULSE);
    for (E constant : shown) {
      leadpulse
          .addGroup(names.group(), term.apply(constant))
          .counter(names.counter(), counters.counter(constant.ordinal()));
    }
  }
}
