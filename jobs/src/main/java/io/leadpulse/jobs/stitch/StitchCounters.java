package io.leadpulse.jobs.stitch;

import io.leadpulse.engine.identity.DropReason;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.metrics.DropCounters;
import io.leadpulse.jobs.metrics.OutcomeCounters;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.metrics.MetricGroup;

/**
 * What became of the inputs that have no lead yet, and of the links among the records. What is
 * released is counted where it goes.
 */
final class StitchCounters {
  private static final Set<Outcome> OF_TOUCHES =
      Set.of(Outcome.DUPLICATE, Outcome.WAITING, Outcome.DROPPED, Outcome.ERASED);
  private static final Set<Outcome> OF_LINKS =
      Set.of(Outcome.APPLIED, Outcome.DUPLICATE, Outcome.DROPPED);

  private final OutcomeCounters outcomes = new OutcomeCounters(StitchCounters::isDecidedHere);
  private final DropCounters drops =
      new DropCounters(EnumSet.complementOf(EnumSet.of(DropReason.JUNK_ID)));

  private static boolean isDecidedHere(SourceTopic source, Outcome outcome) {
    return source == SourceTopic.IDENTITY
        ? OF_LINKS.contains(outcome)
        : source.isEngagement() && OF_TOUCHES.contains(outcome);
  }

  void initialize(OperatorStateStore store) throws Exception {
    outcomes.initialize(store);
    drops.initialize(store);
  }

  void register(MetricGroup operator) {
    outcomes.register(operator);
    drops.register(operator);
  }

  void snapshot() throws Exception {
    outcomes.snapshot();
    drops.snapshot();
  }

  void count(SourceTopic source, Outcome outcome) {
    outcomes.count(source, outcome);
  }

  void dropped(SourceTopic source, DropReason reason) {
    outcomes.count(source, Outcome.DROPPED);
    drops.count(reason);
  }

  /** Something that waited is released or dropped. */
  void left(SourceTopic source) {
    outcomes.uncount(source, Outcome.WAITING);
  }

  long total(SourceTopic source, Outcome outcome) {
    return outcomes.total(source, outcome);
  }

  long total(DropReason reason) {
    return drops.total(reason);
  }
}
