package io.leadpulse.jobs.score;

import io.leadpulse.jobs.record.AccountInput;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.ReleaseRecord;
import io.leadpulse.schemas.registry.RecordFormat;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperatorFactory;
import org.apache.flink.util.OutputTag;

/** Makes the operator that scores leads, in the task where it runs. */
public final class ScoreLeadOperatorFactory extends AbstractStreamOperatorFactory<OutputRecord>
    implements TwoInputStreamOperatorFactory<LeadInput, ReleaseRecord, OutputRecord> {
  /** Models that contradict those before them. */
  public static final OutputTag<OutputRecord> DEAD_LETTERS =
      new OutputTag<>("dead-letters", OutputRecord.TYPE);

  /** What accounts are to know of their leads. */
  public static final OutputTag<AccountInput> ACCOUNTS =
      new OutputTag<>("accounts", AccountInput.TYPE);

  private final ScoreSettings settings;
  private final ReleaseLoader loader;
  private final RecordFormat format;
  private final StateOrigin origin;

  /**
   * @param loader asked at every start
   * @param format of what is published
   */
  public ScoreLeadOperatorFactory(
      ScoreSettings settings, ReleaseLoader loader, RecordFormat format) {
    this(settings, loader, format, StateOrigin.random());
  }

  ScoreLeadOperatorFactory(
      ScoreSettings settings, ReleaseLoader loader, RecordFormat format, StateOrigin origin) {
    this.origin = origin;
    this.settings = settings;
    this.loader = loader;
    this.format = format;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T extends StreamOperator<OutputRecord>> T createStreamOperator(
      StreamOperatorParameters<OutputRecord> parameters) {
    return (T) new ScoreLeadOperator(parameters, settings, loader, format, origin);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
    return ScoreLeadOperator.class;
  }
}
