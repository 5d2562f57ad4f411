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
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Keeps the visitors in Flink: their state and their timers. What happens to a visitor is the
 * {@link VisitorDesk}'s and the engine's business.
 *
 * <p>The first input is keyed by visitor, the second brings the ids of erased leads to every
 * subtask.
 */
final class StitchOperator extends AbstractStreamOperator<LeadInput>
    implements TwoInputStreamOperator<VisitorInput, String, LeadInput>,
        Triggerable<String, VoidNamespace> {
  private static final int ERASURES_INPUT = 1;

  private final TimeMode time;
  private final int recent;
  private final int stintMillis;
  private final StitchCounters counters = new StitchCounters();
  private final StitchMetrics metrics;

  // Made in initializeState and open, before any input comes.
  private LeadsToForget erased;
  private VisitorDesk desk;
  private ErasureWalk walk;

  StitchOperator(
      StreamOperatorParameters<LeadInput> parameters, TimeMode time, int recent, int stintMillis) {
    super(parameters);
    this.time = time;
    this.recent = recent;
    this.stintMillis = stintMillis;
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
    erased = new LeadsToForget(context.getOperatorStateStore());
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
    metrics.showErasedLeads(erased::size);
    combinedWatermark.updateStatus(ERASURES_INPUT, true);
    walk =
        new ErasureWalk(
            erased, store::visitorIds, desk::erase, getProcessingTimeService(), stintMillis);
    walk.wake();
  }

  /** The way out; without timestamps, since inputs carry their times themselves. */
  private Consumer<LeadInput> emitter() {
    StreamRecord<LeadInput> carrier = new StreamRecord<>(null);
    return input -> output.collect(carrier.replace(input));
  }

  @Override
  public void processElement1(StreamRecord<VisitorInput> element) {
    desk.take(element.getValue());
  }

  @Override
  public void processElement2(StreamRecord<String> element) {
    erased.add(element.getValue());
    walk.wake();
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

  /** Nothing: erasures are rare and must not hold back the time of the visitors. */
  @Override
  public void processWatermark2(Watermark mark) {}

  @Override
  protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
    if (input != ERASURES_INPUT) {
      super.processWatermarkStatus(status, input);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    counters.snapshot();
    erased.snapshot();
  }

  @Override
  public void close() throws Exception {
    if (walk != null) {
      walk.close();
    }
    super.close();
  }

  /** What became of the inputs so far, restarts included. */
  StitchCounters counters() {
    return counters;
  }

  StitchMetrics metrics() {
    return metrics;
  }
}
