package io.leadpulse.jobs.metrics;

import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.metrics.MetricGroup;

/**
 * How many input records of each topic came to each outcome. Kept in operator state: over all
 * operators of the job, after any restart and at any parallelism, they add up to the input.
 *
 * <p>Order of calls: {@link #initialize}, {@link #register}, then {@link #count} and {@link
 * #snapshot}.
 */
public final class OutcomeCounters {
  private static final String STATE = "outcomes";
  private static final int OUTCOMES = Outcome.values().length;

  private final BiPredicate<SourceTopic, Outcome> decidedHere;
  private final LastingCounters counters = new LastingCounters(names());

  /**
   * @param outcomes those that this operator decides, of any topic
   */
  public OutcomeCounters(Set<Outcome> outcomes) {
    this((source, outcome) -> outcomes.contains(outcome));
  }

  /**
   * @param decidedHere whether this operator may bring a record of the topic to the outcome
   */
  public OutcomeCounters(BiPredicate<SourceTopic, Outcome> decidedHere) {
    this.decidedHere = decidedHere;
  }

  public void count(SourceTopic source, Outcome outcome) {
    counters.counter(index(source, outcome)).inc();
  }

  /** Moves a record from one outcome to another. */
  public void move(SourceTopic source, Outcome from, Outcome to) {
    uncount(source, from);
    count(source, to);
  }

  /**
   * Takes back a count because the record goes on to another outcome. Where it was counted was
   * maybe another subtask before a rescale, so a total of one subtask can be below 0; their sum
   * cannot.
   */
  public void uncount(SourceTopic source, Outcome outcome) {
    counters.counter(index(source, outcome)).dec();
  }

  /** The total of this subtask, with its share of what was restored. */
  public long total(SourceTopic source, Outcome outcome) {
    return counters.counter(index(source, outcome)).getCount();
  }

  /** Restores the totals; call when the operator's state is initialised. */
  public void initialize(OperatorStateStore store) throws Exception {
    counters.initialize(store, STATE);
  }

  /** Call when the operator's state is snapshotted. */
  public void snapshot() throws Exception {
    counters.snapshot();
  }

  /** Shows the totals as {@code leadpulse}, {@code source=TOPIC}, one counter per outcome. */
  public void register(MetricGroup operator) {
    for (SourceTopic source : SourceTopic.values()) {
      MetricGroup group = null;
      for (Outcome outcome : Outcome.values()) {
        if (decidedHere.test(source, outcome) && isPossible(source, outcome)) {
          group =
              group == null
                  ? operator.addGroup(LEADPULSE).addGroup("source", source.baseName())
                  : group;
          group.counter(outcome.term(), counters.counter(index(source, outcome)));
        }
      }
    }
  }

  /** Whether a record can come to an outcome: what cannot be needs no time series. */
  private static boolean isPossible(SourceTopic source, Outcome outcome) {
    return switch (outcome) {
      case EXPIRED, SUSPECT -> source.isEngagement();
      case PENDING -> source == SourceTopic.EMAIL_ENGAGEMENT;
      case DROPPED -> source.isEngagement() || source == SourceTopic.IDENTITY;
      case APPLIED, DUPLICATE, DEAD_LETTERED, WAITING, ERASED -> true;
    };
  }

  static final String LEADPULSE = "leadpulse";

  private static int index(SourceTopic source, Outcome outcome) {
    return source.ordinal() * OUTCOMES + outcome.ordinal();
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (SourceTopic source : SourceTopic.values()) {
      for (Outcome outcome : Outcome.values()) {
        names.add(source.baseName() + '/' + outcome.term());
      }
    }
    return names;
  }
}
