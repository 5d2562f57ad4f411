package io.leadpulse.jobs.decode;

import io.leadpulse.jobs.codec.DeadLetterCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.metrics.RefusalCounters;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the records of one topic that is not about what leads do; what is refused is counted and
 * goes to {@link #DEAD_LETTERS}.
 *
 * @param <V> what a record is read into
 * @param <O> what is made of it
 */
public abstract class ReadingFunction<V, O> extends ProcessFunction<RawRecord, O>
    implements CheckpointedFunction {
  public static final OutputTag<OutputRecord> DEAD_LETTERS =
      new OutputTag<>("dead-letters", OutputRecord.TYPE);

  private final RecordFormat format;
  private final Set<RefusalCause> causes;

  // Made in initializeState, before any input comes.
  private transient Logger log;
  private transient Function<RawRecord, Reading<V>> reader;
  private transient DeadLetterCodec deadLetters;
  private transient RefusalCounters refusals;

  /**
   * @param causes why a record of the topic may be refused
   */
  ReadingFunction(RecordFormat format, Set<RefusalCause> causes) {
    this.format = format;
    this.causes = EnumSet.copyOf(causes);
  }

  abstract Function<RawRecord, Reading<V>> reader(RecordFormat records);

  abstract void take(V value, RawRecord raw, Context context, Collector<O> out);

  @Override
  public final void initializeState(FunctionInitializationContext context) throws Exception {
    log = LoggerFactory.getLogger(getClass());
    reader = reader(format);
    deadLetters = new DeadLetterCodec(format);
    refusals = new RefusalCounters(causes);
    refusals.initialize(context.getOperatorStateStore());
  }

  @Override
  public final void open(OpenContext context) {
    refusals.register(getRuntimeContext().getMetricGroup());
  }

  @Override
  public final void processElement(RawRecord raw, Context context, Collector<O> out) {
    Reading<V> reading = reader.apply(raw);
    if (reading instanceof Reading.Value<V> value) {
      take(value.value(), raw, context, out);
    } else if (reading instanceof Reading.Refused<V> refused) {
      log.error("{} at offset {} is refused: {}", raw.topic(), raw.offset(), refused.detail());
      refusals.count(refused.cause());
      context.output(DEAD_LETTERS, deadLetters.encode(raw, refused.cause(), refused.detail()));
    }
  }

  @Override
  public final void snapshotState(FunctionSnapshotContext context) throws Exception {
    refusals.snapshot();
  }
}
