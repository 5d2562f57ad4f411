package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.LeadStateCodec;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.oracle.Published;
import io.leadpulse.jobs.record.AccountInput;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.ReleaseRecord;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.jobs.state.ReleaseSerializer;
import io.leadpulse.schemas.DeadLetter;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.io.RecordProcessorUtils;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.function.ThrowingConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One subtask of the operator without a cluster.
 *
 * <p>Feeds records as the runtime does. Flink's own harness sets the current key before every
 * record, whatever the operator says, and so would hide it if the operator forgot to.
 */
final class ScoreLeadHarness extends AbstractStreamOperatorTestHarness<OutputRecord> {
  /** Few key groups: each costs every checkpoint of a harness something, leads or not. */
  static final int MAX_PARALLELISM = 60;

  private static final int OF_JOBS = 2520;

  /** The same for all subtasks, as in a job. */
  private static final StateOrigin ORIGIN = new StateOrigin(7, 11);

  private @Nullable ThrowingConsumer<StreamRecord<LeadInput>, Exception> inputs;
  private long checkpoint;
  private long releases;

  ScoreLeadHarness(
      ScoreSettings settings, ReleaseLoader loader, Backend backend, int parallelism, int subtask)
      throws Exception {
    this(settings, loader, backend, MAX_PARALLELISM, parallelism, subtask);
  }

  private ScoreLeadHarness(
      ScoreSettings settings,
      ReleaseLoader loader,
      Backend backend,
      int keyGroups,
      int parallelism,
      int subtask)
      throws Exception {
    super(
        new ScoreLeadOperatorFactory(settings, loader, RecordFormat.singleObject(), ORIGIN),
        keyGroups,
        parallelism,
        subtask);
    KeySelector<LeadInput, String> byLead = LeadInput::leadId;
    config.setStatePartitioner(0, byLead);
    config.setStateKeySerializer(StringSerializer.INSTANCE);
    config.serializeAllConfigs();
    setStateBackend(backend.open());
    setProcessingTime(Inputs.START);
  }

  /** A single subtask that starts fresh with the model of the tests. */
  static ScoreLeadHarness fresh(ScoreSettings settings, Backend backend) throws Exception {
    ScoreLeadHarness harness =
        new ScoreLeadHarness(settings, () -> List.of(TestModel.first()), backend, 1, 0);
    harness.setup();
    harness.open();
    return harness;
  }

  /** A single subtask that goes on from a snapshot; nothing was published since. */
  static ScoreLeadHarness restored(
      ScoreSettings settings, Backend backend, OperatorSubtaskState state) throws Exception {
    return restored(Inputs.START, settings, backend, state, 1, 1, 0);
  }

  /** The same, when the clock shows a certain time. */
  static ScoreLeadHarness restoredAt(
      long time, ScoreSettings settings, Backend backend, OperatorSubtaskState state)
      throws Exception {
    return restored(time, settings, backend, state, 1, 1, 0);
  }

  static ScoreLeadHarness restored(
      long time,
      ScoreSettings settings,
      Backend backend,
      OperatorSubtaskState state,
      int oldParallelism,
      int parallelism,
      int subtask)
      throws Exception {
    ReleaseLoader nothingNew = List::of;
    ScoreLeadHarness harness =
        new ScoreLeadHarness(settings, nothingNew, backend, parallelism, subtask);
    harness.setProcessingTime(time);
    harness.setup();
    harness.initializeState(
        repartitionOperatorState(state, MAX_PARALLELISM, oldParallelism, parallelism, subtask));
    harness.open();
    return harness;
  }

  /** A single subtask that goes on from those of a job. */
  static ScoreLeadHarness ofJob(
      ScoreSettings settings, Backend backend, OperatorSubtaskState state, int oldParallelism)
      throws Exception {
    ScoreLeadHarness harness = new ScoreLeadHarness(settings, List::of, backend, OF_JOBS, 1, 0);
    harness.setProcessingTime(Inputs.START);
    harness.setup();
    harness.initializeState(repartitionOperatorState(state, OF_JOBS, oldParallelism, 1, 0));
    harness.open();
    return harness;
  }

  /** A sweep over this job's leads to a release that none has met, which does what it is told. */
  Sweep sweep(Sweep.Rescoring rescoring, Runnable flush, LongSupplier nanoClock, int share)
      throws Exception {
    MapStateDescriptor<Long, Release> state =
        new MapStateDescriptor<>("sweep-test", LongSerializer.INSTANCE, new ReleaseSerializer());
    Releases releases =
        new Releases(
            getOperator().getOperatorStateBackend().getBroadcastState(state),
            ScoringSettings.DEFAULT,
            Long.MIN_VALUE);
    releases.open(() -> List.of(TestModel.first()));
    LeadStore store =
        new BackendLeadStore(
            getOperator().getKeyedStateBackend(), Timers.unseen(), new StateMetrics(new Metrics()));
    return new Sweep(0, releases, store, rescoring, now -> true, flush, nanoClock, share);
  }

  private ScoreLeadOperator scorer() {
    return (ScoreLeadOperator) getOperator();
  }

  void take(LeadInput... records) throws Exception {
    if (inputs == null) {
      inputs = RecordProcessorUtils.getRecordProcessor1(scorer());
    }
    for (LeadInput record : records) {
      inputs.accept(new StreamRecord<>(record));
    }
  }

  void release(Release release) throws Exception {
    byte[] yaml = release.yaml().getBytes(StandardCharsets.UTF_8);
    RawRecord raw = new RawRecord("test.scoring-model.v1", 0, releases++, Inputs.START, null, yaml);
    ReleaseRecord record = new ReleaseRecord(release, raw);
    RecordProcessorUtils.<ReleaseRecord>getRecordProcessor2(scorer())
        .accept(new StreamRecord<>(record));
  }

  void watermark(long time) throws Exception {
    scorer().processWatermark1(new Watermark(time));
  }

  void releaseWatermark(long time) throws Exception {
    scorer().processWatermark2(new Watermark(time));
  }

  void idle() throws Exception {
    scorer().processWatermarkStatus1(WatermarkStatus.IDLE);
  }

  void end() throws Exception {
    watermark(Watermark.MAX_WATERMARK.getTimestamp());
    scorer().finish();
  }

  /** A checkpoint as the runtime takes it. */
  OperatorSubtaskState checkpoint() throws Exception {
    checkpoint++;
    prepareSnapshotPreBarrier(checkpoint);
    return snapshot(checkpoint, checkpoint);
  }

  /** A savepoint in the backend's own format. */
  OperatorSubtaskState savepoint() throws Exception {
    checkpoint++;
    prepareSnapshotPreBarrier(checkpoint);
    return snapshotWithLocalState(
            checkpoint, checkpoint, SavepointType.savepoint(SavepointFormatType.NATIVE))
        .getJobManagerOwnedState();
  }

  /** A lead's state in bytes, apart from the hour of its timer. */
  byte[] stored(String leadId) throws Exception {
    return Objects.requireNonNull(storedOrNull(leadId));
  }

  byte @Nullable [] storedOrNull(String leadId) throws Exception {
    LeadStore store =
        new BackendLeadStore(
            getOperator().getKeyedStateBackend(), Timers.unseen(), new StateMetrics(new Metrics()));
    LeadState state = store.lead(leadId);
    if (state == null) {
      return null;
    }
    state.timerHour(0);
    return new LeadStateCodec().write(state);
  }

  long count(SourceTopic source, Outcome outcome) {
    return scorer().outcomes().total(source, outcome);
  }

  StateMetrics stateMetrics() {
    return scorer().stateMetrics();
  }

  ScoreMetrics metrics() {
    return scorer().metrics();
  }

  /** What went to the dead letters, value by value. */
  List<DeadLetter> deadLetters() {
    RecordDecoder<DeadLetter> decoder = new RecordDecoder<>(Topics.DEAD_LETTER, Limits.DEAD_LETTER);
    List<DeadLetter> letters = new ArrayList<>();
    Queue<StreamRecord<OutputRecord>> side = getSideOutput(ScoreLeadOperatorFactory.DEAD_LETTERS);
    for (StreamRecord<OutputRecord> record :
        side == null ? List.<StreamRecord<OutputRecord>>of() : side) {
      letters.add(((Decoded.Value<DeadLetter>) decoder.decode(record.getValue().value())).value());
    }
    return letters;
  }

  /** What it published; alerts of leads with an account as they come there. */
  List<OutputRecord> outputs() {
    List<OutputRecord> all = new ArrayList<>(extractOutputValues());
    for (AccountInput input : toAccounts()) {
      if (input instanceof AccountInput.Alerted alerted) {
        all.add(alerted.alert());
      }
    }
    return all;
  }

  /** What accounts are told. */
  List<AccountInput> toAccounts() {
    Queue<StreamRecord<AccountInput>> side = getSideOutput(ScoreLeadOperatorFactory.ACCOUNTS);
    return side == null ? List.of() : side.stream().map(StreamRecord::getValue).toList();
  }

  void clearOutputs() {
    getOutput().clear();
    Queue<StreamRecord<AccountInput>> side = getSideOutput(ScoreLeadOperatorFactory.ACCOUNTS);
    if (side != null) {
      side.clear();
    }
  }

  Published published() {
    return new Published(outputs());
  }
}
