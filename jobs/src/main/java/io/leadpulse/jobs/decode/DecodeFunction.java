package io.leadpulse.jobs.decode;

import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.codec.DeadLetterCodec;
import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.metrics.OutcomeCounters;
import io.leadpulse.jobs.metrics.RefusalCounters;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Reads the records about leads. Whatever is wrong with one, the next is read as if it had not
 * been: a refused record goes to {@link #DEAD_LETTERS}, an expired one is counted, and no bytes
 * make it throw.
 */
public final class DecodeFunction extends ProcessFunction<RawRecord, LeadInput>
    implements CheckpointedFunction {
  public static final OutputTag<OutputRecord> DEAD_LETTERS =
      new OutputTag<>("dead-letters", OutputRecord.TYPE);

  private static final Set<Outcome> DECIDED_HERE = Set.of(Outcome.EXPIRED, Outcome.DEAD_LETTERED);
  private static final Reading.Refused<LeadInput> FROM_FUTURE =
      new Reading.Refused<>(
          RefusalCause.FUTURE_TIMESTAMP,
          "it says that it happened over 5 minutes after its record");

  private final String topicPrefix;
  private final TimeRules times;
  private final RecordFormat format;

  // Made in initializeState, before any input comes.
  private transient SourceTopics topics;
  private transient InputCodec codec;
  private transient DeadLetterCodec deadLetters;
  private transient OutcomeCounters outcomes;
  private transient RefusalCounters refusals;

  public DecodeFunction(String topicPrefix, TimeRules times, RecordFormat format) {
    this.topicPrefix = topicPrefix;
    this.times = times;
    this.format = format;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    topics = new SourceTopics(topicPrefix);
    codec = new InputCodec(format);
    deadLetters = new DeadLetterCodec(format);
    outcomes = new OutcomeCounters(DECIDED_HERE);
    outcomes.initialize(context.getOperatorStateStore());
    refusals = new RefusalCounters();
    refusals.initialize(context.getOperatorStateStore());
  }

  @Override
  public void open(OpenContext context) {
    outcomes.register(getRuntimeContext().getMetricGroup());
    refusals.register(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<LeadInput> out) {
    SourceTopic source = topics.of(raw);
    Reading<LeadInput> reading = codec.read(source, raw);
    if (reading instanceof Reading.Refused<LeadInput> refused) {
      refuse(raw, source, refused, context);
      return;
    }
    LeadInput input = ((Reading.Value<LeadInput>) reading).value();
    if (times.isFromFuture(input)) {
      refuse(raw, source, FROM_FUTURE, context);
    } else if (times.isExpired(input)) {
      outcomes.count(source, Outcome.EXPIRED);
    } else {
      out.collect(input);
    }
  }

  private void refuse(
      RawRecord raw, SourceTopic source, Reading.Refused<LeadInput> refused, Context context) {
    outcomes.count(source, Outcome.DEAD_LETTERED);
    refusals.count(refused.cause());
    context.output(DEAD_LETTERS, deadLetters.encode(raw, refused.cause(), refused.detail()));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    outcomes.snapshot();
    refusals.snapshot();
  }

  OutcomeCounters outcomes() {
    return outcomes;
  }

  RefusalCounters refusals() {
    return refusals;
  }
}
