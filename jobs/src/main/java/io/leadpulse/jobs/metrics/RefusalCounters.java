package io.leadpulse.jobs.metrics;

import io.leadpulse.jobs.record.RefusalCause;
import java.util.Arrays;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.metrics.MetricGroup;

/** How many records were refused for each cause; the totals outlive restarts. */
public final class RefusalCounters {
  private static final String STATE = "refusals";

  private final LastingCounters counters =
      new LastingCounters(Arrays.stream(RefusalCause.values()).map(RefusalCause::term).toList());

  public void count(RefusalCause cause) {
    counters.counter(cause.ordinal()).inc();
  }

  /** The total of this subtask, with its share of what was restored. */
  public long total(RefusalCause cause) {
    return counters.counter(cause.ordinal()).getCount();
  }

  /** Restores the totals; call when the operator's state is initialised. */
  public void initialize(OperatorStateStore store) throws Exception {
    counters.initialize(store, STATE);
  }

  /** Call when the operator's state is snapshotted. */
  public void snapshot() throws Exception {
    counters.snapshot();
  }

  /** Shows the totals as {@code leadpulse}, {@code cause=CAUSE}, counter {@code dead-letters}. */
  public void register(MetricGroup operator) {
    MetricGroup leadpulse = operator.addGroup(OutcomeCounters.LEADPULSE);
    for (RefusalCause cause : RefusalCause.values()) {
      leadpulse
          .addGroup("cause", cause.term())
          .counter("dead-letters", counters.counter(cause.ordinal()));
    }
  }
}
