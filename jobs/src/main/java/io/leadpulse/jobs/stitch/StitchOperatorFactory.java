package io.leadpulse.jobs.stitch;

import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.jobs.score.TimeMode;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/** Makes the operator that stitches visitors to leads, in the task where it runs. */
public final class StitchOperatorFactory extends AbstractStreamOperatorFactory<LeadInput>
    implements OneInputStreamOperatorFactory<VisitorInput, LeadInput> {
  /** Visitors that a subtask remembers: those of some minutes, at a quarter of a kB each. */
  private static final int RECENT = 20_000;

  private final TimeMode time;
  private final int recent;

  public StitchOperatorFactory(TimeMode time) {
    this(time, RECENT);
  }

  /**
   * @param recent how many visitors are remembered beside their state; changes no outcome
   */
  StitchOperatorFactory(TimeMode time, int recent) {
    this.time = time;
    this.recent = recent;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T extends StreamOperator<LeadInput>> T createStreamOperator(
      StreamOperatorParameters<LeadInput> parameters) {
    return (T) new StitchOperator(parameters, time, recent);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
    return StitchOperator.class;
  }
}
