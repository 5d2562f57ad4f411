package io.leadpulse.jobs.resolve;

import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** A {@link ResolveFunction} as Flink runs it, one subtask of some. */
final class ResolveHarness implements AutoCloseable {
  private static final int MAX_PARALLELISM = 2520;

  private final ResolveFunction function;
  private final OneInputStreamOperatorTestHarness<LeadInput, LeadInput> harness;

  ResolveHarness(IdentityLoader loader) throws Exception {
    this(loader, null, 1, 0);
  }

  /** One of {@code parallelism} subtasks over the state of a single one, if there is one. */
  ResolveHarness(
      IdentityLoader loader, @Nullable OperatorSubtaskState state, int parallelism, int subtask)
      throws Exception {
    function = new ResolveFunction(loader);
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(function), MAX_PARALLELISM, parallelism, subtask);
    harness.setup(
        LeadInput.TYPE.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    if (state != null) {
      harness.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              state, MAX_PARALLELISM, 1, parallelism, subtask));
    }
    harness.open();
  }

  void take(LeadInput... inputs) throws Exception {
    for (LeadInput input : inputs) {
      harness.processElement(input, input.recordedAt());
    }
  }

  List<LeadInput> output() {
    return harness.extractOutputValues();
  }

  long count(SourceTopic source, Outcome outcome) {
    return function.outcomes().total(source, outcome);
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  @Override
  public void close() throws Exception {
    harness.close();
  }
}
