package io.leadpulse.jobs.stitch;

import io.leadpulse.engine.identity.DropReason;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.jobs.score.TimeMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
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
final class StitchHarness extends AbstractStreamOperatorTestHarness<LeadInput> {
  static final int MAX_PARALLELISM = 2520;

  /** As many visitors remembered as ever come. */
  static final int MANY = 1_000_000;

  /** How long visitors forget in one go: no longer than one of them takes. */
  private static final int ONE_VISITOR = 0;

  private @Nullable ThrowingConsumer<StreamRecord<VisitorInput>, Exception> inputs;
  private long checkpoint;

  /** Where the state of a test is kept. */
  enum Backend {
    HEAP,
    ROCKSDB;

    private StateBackend open() {
      return this == HEAP ? new HashMapStateBackend() : new EmbeddedRocksDBStateBackend(false);
    }
  }

  private StitchHarness(TimeMode time, int recent, Backend backend, int parallelism, int subtask)
      throws Exception {
    super(
        new StitchOperatorFactory(time, recent, ONE_VISITOR),
        MAX_PARALLELISM,
        parallelism,
        subtask);
    KeySelector<VisitorInput, String> byVisitor = VisitorInput::visitorId;
    config.setStatePartitioner(0, byVisitor);
    config.setStateKeySerializer(StringSerializer.INSTANCE);
    config.serializeAllConfigs();
    setStateBackend(backend.open());
    setProcessingTime(Visits.T);
  }

  static StitchHarness fresh(TimeMode time) throws Exception {
    return fresh(time, MANY, Backend.HEAP);
  }

  static StitchHarness fresh(TimeMode time, int recent, Backend backend) throws Exception {
    return fresh(time, recent, backend, 1, 0);
  }

  /** One of some subtasks. */
  static StitchHarness fresh(
      TimeMode time, int recent, Backend backend, int parallelism, int subtask) throws Exception {
    StitchHarness harness = new StitchHarness(time, recent, backend, parallelism, subtask);
    harness.setup();
    harness.open();
    return harness;
  }

  /** One of some subtasks that go on from a snapshot of a single one, at a certain time. */
  static StitchHarness restored(
      TimeMode time,
      Backend backend,
      OperatorSubtaskState state,
      int oldParallelism,
      int parallelism,
      int subtask,
      long now)
      throws Exception {
    StitchHarness harness = new StitchHarness(time, MANY, backend, parallelism, subtask);
    harness.setProcessingTime(now);
    harness.setup();
    harness.initializeState(
        repartitionOperatorState(state, MAX_PARALLELISM, oldParallelism, parallelism, subtask));
    harness.open();
    return harness;
  }

  private StitchOperator stitcher() {
    return (StitchOperator) getOperator();
  }

  void take(VisitorInput... records) throws Exception {
    if (inputs == null) {
      inputs = RecordProcessorUtils.getRecordProcessor1(stitcher());
    }
    for (VisitorInput record : records) {
      inputs.accept(new StreamRecord<>(record));
    }
  }

  /** Tells it that leads are to be forgotten; it sets about it when the clock goes on. */
  void erase(String... leads) throws Exception {
    for (String lead : leads) {
      RecordProcessorUtils.<String>getRecordProcessor2(stitcher()).accept(new StreamRecord<>(lead));
    }
  }

  /** Lets visitors forget one after the other. */
  void forget(int visitors) throws Exception {
    for (int i = 0; i < visitors; i++) {
      setProcessingTime(getProcessingTime() + Visits.HOUR);
    }
  }

  void watermark(long time) throws Exception {
    stitcher().processWatermark1(new Watermark(time));
  }

  void erasureWatermark(long time) throws Exception {
    stitcher().processWatermark2(new Watermark(time));
  }

  void erasuresActive() throws Exception {
    stitcher().processWatermarkStatus2(WatermarkStatus.ACTIVE);
  }

  void end() throws Exception {
    watermark(Watermark.MAX_WATERMARK.getTimestamp());
    stitcher().finish();
  }

  /** The clock and Kafka's time together, as in live operation without a backlog. */
  void liveUntil(long time) throws Exception {
    watermark(time);
    setProcessingTime(time);
  }

  OperatorSubtaskState snapshot() throws Exception {
    checkpoint++;
    return snapshot(checkpoint, checkpoint);
  }

  /** Whether a text is anywhere in a savepoint of all there is, in the format of any backend. */
  boolean stores(String text) throws Exception {
    checkpoint++;
    OperatorSubtaskState state =
        snapshotWithLocalState(
                checkpoint, checkpoint, SavepointType.savepoint(SavepointFormatType.CANONICAL))
            .getJobManagerOwnedState();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (KeyedStateHandle handle : state.getManagedKeyedState()) {
      read(((StreamStateHandle) handle).openInputStream(), bytes);
    }
    for (OperatorStateHandle handle : state.getManagedOperatorState()) {
      read(handle.openInputStream(), bytes);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1).contains(text);
  }

  private static void read(InputStream in, ByteArrayOutputStream bytes) throws IOException {
    try (in) {
      in.transferTo(bytes);
    }
  }

  /** What was handed on, in its order. */
  List<LeadInput> output() {
    return extractOutputValues();
  }

  /** The same, as event@lead. */
  List<String> released() {
    return output().stream()
        .map(input -> ((Engaged) input).engagement())
        .map(event -> event.eventId() + "@" + event.leadId())
        .toList();
  }

  long count(Outcome outcome) {
    return count(SourceTopic.WEB_ACCESS, outcome);
  }

  long count(SourceTopic source, Outcome outcome) {
    return stitcher().counters().total(source, outcome);
  }

  long count(DropReason reason) {
    return stitcher().counters().total(reason);
  }

  StitchMetrics metrics() {
    return stitcher().metrics();
  }

  /** How many visitors something is stored of. */
  long visitors() {
    try (Stream<?> ids =
        stitcher().getKeyedStateBackend().getKeys("visitor", VoidNamespace.INSTANCE)) {
      return ids.count();
    }
  }
}
