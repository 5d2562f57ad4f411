package io.leadpulse.jobs.decode;

import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.codec.DeadLetterCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.codec.ReleaseCodec;
import io.leadpulse.jobs.metrics.RefusalCounters;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.ReleaseRecord;
import io.leadpulse.schemas.registry.RecordFormat;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the releases of the scoring model; an invalid one goes to {@link #DEAD_LETTERS}. */
public final class ReleaseFunction extends ProcessFunction<RawRecord, ReleaseRecord>
    implements CheckpointedFunction {
  public static final OutputTag<OutputRecord> DEAD_LETTERS =
      new OutputTag<>("dead-letters", OutputRecord.TYPE);

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseFunction.class);

  private final RecordFormat format;

  // Made in initializeState, before any input comes.
  private transient ReleaseCodec codec;
  private transient DeadLetterCodec deadLetters;
  private transient RefusalCounters refusals;

  public ReleaseFunction(RecordFormat format) {
    this.format = format;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    codec = new ReleaseCodec(format);
    deadLetters = new DeadLetterCodec(format);
    refusals = new RefusalCounters();
    refusals.initialize(context.getOperatorStateStore());
  }

  @Override
  public void open(OpenContext context) {
    refusals.register(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<ReleaseRecord> out) {
    Reading<Release> reading = codec.read(raw);
    if (reading instanceof Reading.Value<Release> value) {
      out.collect(new ReleaseRecord(value.value(), raw));
    } else if (reading instanceof Reading.Refused<Release> refused) {
      LOG.error("Release at offset {} is refused: {}", raw.offset(), refused.detail());
      refusals.count(refused.cause());
      context.output(DEAD_LETTERS, deadLetters.encode(raw, refused.cause(), refused.detail()));
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    refusals.snapshot();
  }
}
