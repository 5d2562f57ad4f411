package io.leadpulse.jobs.stitch;

import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.jobs.score.TimeMode;
import java.util.function.Consumer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Keeps the visitors in Flink: their state and their timers. What happens to a visitor is the
 * {@link VisitorDesk}'s and the engine's business.
 */
final class StitchOperator extends AbstractStreamOperator<LeadInput>
    implements OneInputStreamOperator<VisitorInput, LeadInput>, Triggerable<String, VoidNamespace> {
  private final TimeMode time;
  private final int recent;
  private final StitchCounters counters = new StitchCounters();
  private final StitchMetrics metrics;

  // Made in open, before any input comes.
  private VisitorDesk desk;

  StitchOperator(StreamOperatorParameters<LeadInput> parameters, TimeMode time, int recent) {
    super(parameters);
    this.time = time;
    this.recent = recent;
    metrics = new StitchMetrics(getMetricGroup());
  }

  /** No: the store sets the key where it needs one, which not every input does. */
  @Override
  public boolean hasKeyContext1() {
    return false;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    counters.initialize(context.getOperatorStateStore());
  }

  @Override
  public void open() throws Exception {
    super.open();
    InternalTimerService<VoidNamespace> service =
        getInternalTimerService("visitors", VoidNamespaceSerializer.INSTANCE, this);
    VisitorTimers timers = new VisitorTimers(service, time, metrics);
    VisitorStore store = new VisitorStore(getKeyedStateBackend(), metrics);
    desk = new VisitorDesk(store, timers, new RecentVisitors(recent), counters, metrics, emitter());
    counters.register(getMetricGroup());
  }

  /** The way out; without timestamps, since inputs carry their times themselves. */
  private Consumer<LeadInput> emitter() {
    StreamRecord<LeadInput> carrier = new StreamRecord<>(null);
    return input -> output.collect(carrier.replace(input));
  }

  @Override
  public void processElement(StreamRecord<VisitorInput> element) {
    desk.take(element.getValue());
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
    desk.timer(timer.getKey(), timer.getTimestamp());
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    desk.timer(timer.getKey(), timer.getTimestamp());
  }

  /** Lets event time go on. The end of the input is not the end of time: who waits then, waits. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
      output.emitWatermark(mark);
    } else {
      super.processWatermark(mark);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    counters.snapshot();
  }

  /** What became of the inputs so far, restarts included. */
  StitchCounters counters() {
    return counters;
  }

  StitchMetrics metrics() {
    return metrics;
  }
}
