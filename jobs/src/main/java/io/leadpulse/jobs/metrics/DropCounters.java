package io.leadpulse.jobs.metrics;

import io.leadpulse.engine.identity.DropReason;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.metrics.MetricGroup;

/** How many records were dropped for each reason; the totals outlive restarts. */
public final class DropCounters {
  private static final String STATE = "drops";

  private final Set<DropReason> reasons;
  private final LastingCounters counters =
      new LastingCounters(Arrays.stream(DropReason.values()).map(DropReason::term).toList());

  /**
   * @param reasons those that this operator drops for
   */
  public DropCounters(Set<DropReason> reasons) {
    this.reasons = EnumSet.copyOf(reasons);
  }

  public void count(DropReason reason) {
    counters.counter(reason.ordinal()).inc();
  }

  /** The total of this subtask, with its share of what was restored. */
  public long total(DropReason reason) {
    return counters.counter(reason.ordinal()).getCount();
  }

  /** Restores the totals; call when the operator's state is initialised. */
  public void initialize(OperatorStateStore store) throws Exception {
    counters.initialize(store, STATE);
  }

  /** Call when the operator's state is snapshotted. */
  public void snapshot() throws Exception {
    counters.snapshot();
  }

  /** Shows the totals as {@code leadpulse}, {@code reason=REASON}, counter {@code dropped}. */
  public void register(MetricGroup operator) {
    MetricGroup leadpulse = operator.addGroup(OutcomeCounters.LEADPULSE);
    for (DropReason reason : reasons) {
      leadpulse
          .addGroup("reason", reason.term())
          .counter("dropped", counters.counter(reason.ordinal()));
    }
  }
}
