package io.leadpulse.jobs.score;

import io.leadpulse.jobs.codec.DeadLetterCodec;
import io.leadpulse.jobs.codec.OutputCodec;
import io.leadpulse.jobs.codec.TransferCodec;
import io.leadpulse.jobs.metrics.OutcomeCounters;
import io.leadpulse.jobs.record.AccountInput;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.ReleaseRecord;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.state.CheckpointStreamFactory;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Keeps the leads in Flink: their state, their timers, the flush of what they publish. What happens
 * to a lead is the {@link LeadDesk}'s and the engine's business.
 *
 * <p>The first input is keyed by lead, the second brings the releases of the scoring model to every
 * subtask.
 */
final class ScoreLeadOperator extends AbstractStreamOperator<OutputRecord>
    implements TwoInputStreamOperator<LeadInput, ReleaseRecord, OutputRecord>,
        Triggerable<String, VoidNamespace> {
  private static final int RELEASES_INPUT = 1;

  /** So a lead that waits is looked at every ten seconds, and none of these looks takes long. */
  private static final long WRITE_BEHIND_MILLIS = 250;

  private final ScoreSettings settings;
  private final ReleaseLoader loader;
  private final RecordFormat format;
  private final StateOrigin origin;
  private final ScoreMetrics metrics;
  private final StateMetrics stateMetrics;
  private final Outlet outlet;
  private final BacklogHold hold;

  // Made in initializeState and open, before any input comes.
  private ScoreOperatorState kept;
  private LeadStore store;
  private LeadDesk desk;
  private InputDesk inputs;
  private ReleaseDesk releaseDesk;
  private Sweep sweep;
  private SweepSchedule schedule;

  /** How long rows were written before the barrier that is under way. */
  private long flushNanos;

  ScoreLeadOperator(
      StreamOperatorParameters<OutputRecord> parameters,
      ScoreSettings settings,
      ReleaseLoader loader,
      RecordFormat format,
      StateOrigin origin) {
    super(parameters);
    this.settings = settings;
    this.loader = loader;
    this.format = format;
    this.origin = origin;
    metrics = new ScoreMetrics(getMetricGroup());
    stateMetrics = new StateMetrics(getMetricGroup());
    boolean gathers = settings.emitInterval().toMillis() > 0;
    OutputCodec codec = new OutputCodec(settings.topicPrefix(), format);
    outlet =
        new Outlet(
            codec, emitter(), this::now, gathers, new AccountDesk(this::tellAccount), metrics);
    hold = new BacklogHold(now(), settings.holdLimit().toMillis());
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  /** The way out; without timestamps, since what is published carries its times itself. */
  private Consumer<OutputRecord> emitter() {
    StreamRecord<OutputRecord> carrier = new StreamRecord<>(null);
    return record -> output.collect(carrier.replace(record));
  }

  private void tellAccount(AccountInput input) {
    output.collect(ScoreLeadOperatorFactory.ACCOUNTS, new StreamRecord<>(input));
  }

  private void emitDeadLetter(OutputRecord record) {
    if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
      output.collect(ScoreLeadOperatorFactory.DEAD_LETTERS, new StreamRecord<>(record));
    }
  }

  /** No: the store and the timers set the key where they need one, which not every input does. */
  @Override
  public boolean hasKeyContext1() {
    return false;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    TaskInfo task = getRuntimeContext().getTaskInfo();
    kept = ScoreOperatorState.open(context, settings, loader, origin, task);
  }

  /** Yes: the leads that changed, see {@link #snapshotState(StateSnapshotContext)}. */
  @Override
  protected boolean isUsingCustomRawKeyedState() {
    return true;
  }

  private LeadStore store(LeadTimers timers) throws Exception {
    BackendLeadStore plain = new BackendLeadStore(getKeyedStateBackend(), timers, stateMetrics);
    kept.changed().writeTo(plain);
    ToIntFunction<String> keyGroups =
        ScoreOperatorState.keyGroups(getRuntimeContext().getTaskInfo());
    return settings.cache().isOn()
        ? new CachedLeadStore(plain, timers, settings.cache(), keyGroups, stateMetrics)
        : plain;
  }

  @Override
  public void open() throws Exception {
    super.open();
    Releases releases = kept.releases();
    InternalTimerService<VoidNamespace> service =
        getInternalTimerService("leads", VoidNamespaceSerializer.INSTANCE, this);
    LeadTimers timers =
        new LeadTimers(service, this, settings, hold, new Foresight(releases::of), metrics);
    store = store(timers);
    desk = new LeadDesk(settings, store, releases, timers, outlet, kept.outcomes(), metrics);
    inputs = inputDesk(timers);
    releaseDesk =
        new ReleaseDesk(releases, new DeadLetterCodec(format), this::emitDeadLetter, metrics);
    sweep = sweep();
    metrics.releasesLate(releases.lateSinceOpened());
    metrics.showErased(kept.erased()::size);
    kept.outcomes().register(getMetricGroup());
    metrics.showPendingRows(outlet::pendingRows);
    metrics.showReleaseVersion(releases::versionInUse);
    metrics.showSweep(() -> sweep.isActive() ? 1 : 0, sweep::done);
    combinedWatermark.updateStatus(RELEASES_INPUT, true);
    long interval = settings.emitInterval().toMillis();
    if (interval > 0) {
      getProcessingTimeService().scheduleWithFixedDelay(time -> outlet.flush(), interval, interval);
    }
    getProcessingTimeService()
        .scheduleWithFixedDelay(
            time -> store.writeBehind(), WRITE_BEHIND_MILLIS, WRITE_BEHIND_MILLIS);
    schedule = new SweepSchedule(sweep, getProcessingTimeService());
    schedule.wake();
  }

  private InputDesk inputDesk(LeadTimers timers) throws Exception {
    Transfers transfers =
        new Transfers(
            new TransferCodec(format), emitter(), metrics, kept.numbers().run(origin.run()));
    MergeDesk merges =
        new MergeDesk(store, kept.erased(), transfers, kept.releases(), timers, desk);
    return new InputDesk(store, kept.erased(), transfers, desk, merges, kept.outcomes());
  }

  /**
   * In live time it waits as the timers do. In replay the time of the events says which release
   * judges: one with an end brings all leads under the newest there, one without when no event is
   * left that a lead without events might overtake.
   */
  private boolean maySweep(long now) {
    return settings.time() == TimeMode.REPLAY
        ? !settings.hasEnd() && hold.isIdle(now)
        : hold.isOver(now);
  }

  private Sweep sweep() throws Exception {
    Releases releases = kept.releases();
    long allNew = releases.isFirst() ? releases.versionAt(now()) : 0;
    return new Sweep(
        kept.numbers().sweptByAll(allNew),
        releases,
        store,
        desk::rescore,
        this::maySweep,
        outlet::flush,
        System::nanoTime,
        settings.rescoreShare());
  }

  /** What became of the inputs so far, restarts included. */
  OutcomeCounters outcomes() {
    return kept.outcomes();
  }

  ScoreMetrics metrics() {
    return metrics;
  }

  StateMetrics stateMetrics() {
    return stateMetrics;
  }

  @Override
  public void processElement1(StreamRecord<LeadInput> element) {
    inputs.take(element.getValue());
  }

  @Override
  public void processElement2(StreamRecord<ReleaseRecord> element) throws Exception {
    releaseDesk.take(element.getValue());
    schedule.wake();
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
    desk.timer(timer.getKey(), timer.getTimestamp());
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    desk.timer(timer.getKey(), timer.getTimestamp());
  }

  /**
   * Lets event time go on. The end of the input is not the end of time: what is due then is settled
   * up to the end of the replay, if it has one, and not at all otherwise.
   */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    hold.onWatermark(mark.getTimestamp());
    if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
      output.emitWatermark(mark);
    } else {
      flushBefore(mark);
      super.processWatermark(mark);
    }
  }

  private void flushBefore(Watermark mark) {
    if (settings.time() == TimeMode.REPLAY) {
      store.flushDue(mark.getTimestamp());
    }
  }

  /** Nothing: releases are rare and must not hold back the time of the leads. */
  @Override
  public void processWatermark2(Watermark mark) {}

  @Override
  protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
    if (input == RELEASES_INPUT) {
      return;
    }
    if (status.isIdle()) {
      hold.onIdle(now());
    } else {
      hold.onActive();
    }
    super.processWatermarkStatus(status, input);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    long start = System.nanoTime();
    outlet.flush();
    flushNanos = System.nanoTime() - start;
  }

  /** A savepoint has everything in keyed state, where other releases and tools find it. */
  @Override
  public OperatorSnapshotFutures snapshotState(
      long checkpoint, long time, CheckpointOptions options, CheckpointStreamFactory storage)
      throws Exception {
    if (options.getCheckpointType().isSavepoint()) {
      store.flush();
    }
    return super.snapshotState(checkpoint, time, options, storage);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    long start = System.nanoTime();
    kept.snapshot(context, store, sweep.done());
    stateMetrics.barrierHeld(flushNanos + System.nanoTime() - start);
  }

  /**
   * Writes leads that silence has changed already, for their timers: an event that comes late is
   * worth less by now. The others wait until they have not changed for a while.
   */
  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    super.notifyCheckpointComplete(checkpointId);
    if (settings.time() == TimeMode.LIVE) {
      store.flushDue(now());
    }
  }

  @Override
  public void close() throws Exception {
    if (sweep != null) {
      sweep.close();
    }
    super.close();
  }

  /** Called at the end of a bounded input, and when the job is drained. */
  @Override
  public void finish() throws Exception {
    if (settings.hasEnd()) {
      desk.end(now());
    }
    outlet.flush();
    store.flush();
    super.finish();
  }
}
