package io.leadpulse.jobs.account;

import io.leadpulse.jobs.codec.AccountCodec;
import io.leadpulse.jobs.record.AccountInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.schemas.registry.RecordFormat;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/** Makes the operator that scores accounts, in the task where it runs. */
public final class AccountOperatorFactory extends AbstractStreamOperatorFactory<OutputRecord>
    implements OneInputStreamOperatorFactory<AccountInput, OutputRecord> {
  private final AccountSettings settings;
  private final RecordFormat format;

  /**
   * @param format of what is published
   */
  public AccountOperatorFactory(AccountSettings settings, RecordFormat format) {
    this.settings = settings;
    this.format = format;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T extends StreamOperator<OutputRecord>> T createStreamOperator(
      StreamOperatorParameters<OutputRecord> parameters) {
    return (T) new AccountOperator(parameters, settings, new AccountCodec(format));
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
    return AccountOperator.class;
  }
}
