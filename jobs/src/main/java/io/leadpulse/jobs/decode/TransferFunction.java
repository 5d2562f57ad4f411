package io.leadpulse.jobs.decode;

import io.leadpulse.jobs.codec.DeadLetterCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.codec.TransferCodec;
import io.leadpulse.jobs.metrics.RefusalCounters;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Transferred;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.registry.RecordFormat;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what leads send to each other; what is unusable goes to {@link #DEAD_LETTERS}, erased ids
 * go to {@link #ERASED_LEADS} as well.
 */
public final class TransferFunction extends ProcessFunction<RawRecord, LeadInput>
    implements CheckpointedFunction {
  public static final OutputTag<OutputRecord> DEAD_LETTERS =
      new OutputTag<>("dead-letters", OutputRecord.TYPE);

  /** Ids under which a person is to be forgotten beside the one that the request named. */
  public static final OutputTag<String> ERASED_LEADS =
      new OutputTag<>("erased-leads", Types.STRING);

  private static final Logger LOG = LoggerFactory.getLogger(TransferFunction.class);

  private final RecordFormat format;

  // Made in initializeState, before any input comes.
  private transient TransferCodec codec;
  private transient DeadLetterCodec deadLetters;
  private transient RefusalCounters refusals;

  public TransferFunction(RecordFormat format) {
    this.format = format;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    codec = new TransferCodec(format);
    deadLetters = new DeadLetterCodec(format);
    refusals = new RefusalCounters();
    refusals.initialize(context.getOperatorStateStore());
  }

  @Override
  public void open(OpenContext context) {
    refusals.register(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<LeadInput> out) {
    Reading<Transferred> reading = codec.read(raw);
    if (reading instanceof Reading.Value<Transferred> value) {
      out.collect(value.value());
      tellVisitors(value.value(), context);
    } else if (reading instanceof Reading.Refused<Transferred> refused) {
      LOG.error("Transfer at offset {} is refused: {}", raw.offset(), refused.detail());
      refusals.count(refused.cause());
      context.output(DEAD_LETTERS, deadLetters.encode(raw, refused.cause(), refused.detail()));
    }
  }

  private static void tellVisitors(Transferred transferred, Context context) {
    if (transferred.kind() == Transferred.Kind.ERASED) {
      context.output(ERASED_LEADS, transferred.leadId());
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    refusals.snapshot();
  }
}
