package io.leadpulse.jobs.resolve;

import io.leadpulse.engine.identity.Identities;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.metrics.OutcomeCounters;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Identified;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Gives each input of a replay to the person that its lead is in the end, so that a person of
 * several ids is one from the first event on. What is of somebody who was erased ends here.
 *
 * <p>So do merges, splits and erasures: they have been taken into account before. One that Kafka
 * got after the submission is dropped.
 */
public final class ResolveFunction extends ProcessFunction<LeadInput, LeadInput>
    implements CheckpointedFunction {
  private static final Set<Outcome> DECIDED_HERE =
      Set.of(Outcome.APPLIED, Outcome.DROPPED, Outcome.ERASED);

  private final IdentityLoader loader;

  // Made in initializeState, before any input comes.
  private transient OutcomeCounters outcomes;
  private transient FirstEnd history;
  private transient Identities identities;

  public ResolveFunction(IdentityLoader loader) {
    this.loader = loader;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    outcomes = new OutcomeCounters(DECIDED_HERE);
    outcomes.initialize(context.getOperatorStateStore());
    history = new FirstEnd(context.getOperatorStateStore(), loader.end());
    identities = Identities.of(loader.load(history.end()));
  }

  @Override
  public void open(OpenContext context) {
    outcomes.register(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(LeadInput input, Context context, Collector<LeadInput> out) {
    if (input instanceof Identified change) {
      boolean known = history.end().covers(change.partition(), change.offset());
      outcomes.count(input.source(), known ? Outcome.APPLIED : Outcome.DROPPED);
    } else if (identities.isErased(input.leadId())) {
      outcomes.count(input.source(), Outcome.ERASED);
    } else {
      out.collect(resolved(input));
    }
  }

  private LeadInput resolved(LeadInput input) {
    String owner = identities.owner(input.leadId());
    return owner.equals(input.leadId()) ? input : input.by(owner);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    outcomes.snapshot();
    history.snapshot();
  }

  OutcomeCounters outcomes() {
    return outcomes;
  }
}
