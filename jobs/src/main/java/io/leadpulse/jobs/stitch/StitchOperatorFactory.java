package io.leadpulse.jobs.stitch;

import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.jobs.score.TimeMode;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperatorFactory;

/**
 * Makes the operator that stitches visitors to leads, in the task where it runs. Its second input
 * brings the ids of erased leads to every subtask.
 */
public final class StitchOperatorFactory extends AbstractStreamOperatorFactory<LeadInput>
    implements TwoInputStreamOperatorFactory<VisitorInput, String, LeadInput> {
  /** Visitors that a subtask remembers: those of some minutes, at a quarter of a kB each. */
  private static final int RECENT = 20_000;

  /** How long visitors forget leads in one go; a barrier waits for no more than this. */
  private static final int STINT_MILLIS = 10;

  private final TimeMode time;
  private final int recent;
  private final int stintMillis;

  public StitchOperatorFactory(TimeMode time) {
    this(time, RECENT, STINT_MILLIS);
  }

  /**
   * @param recent how many visitors are remembered beside their state; changes no outcome
   * @param stintMillis how long visitors forget leads in one go; 0 for one visitor at a time
   */
  StitchOperatorFactory(TimeMode time, int recent, int stintMillis) {
    this.time = time;
    this.recent = recent;
    this.stintMillis = stintMillis;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T extends StreamOperator<LeadInput>> T createStreamOperator(
      StreamOperatorParameters<LeadInput> parameters) {
    return (T) new StitchOperator(parameters, time, recent, stintMillis);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
    return StitchOperator.class;
  }
}
