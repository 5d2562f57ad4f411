package io.leadpulse.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.schemas.DeadLetter;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** A {@link DecodeFunction} as Flink runs it, one subtask of some. */
final class DecodeHarness implements AutoCloseable {
  private static final int MAX_PARALLELISM = 2520;

  private final DecodeFunction function;
  private final OneInputStreamOperatorTestHarness<RawRecord, LeadInput> harness;

  DecodeHarness(TimeRules times) throws Exception {
    this(times, RecordFormat.singleObject());
  }

  DecodeHarness(TimeRules times, RecordFormat format) throws Exception {
    this(times, format, null, 1, 1, 0);
  }

  /** One of {@code parallelism} subtasks over the state of {@code before}, if there is one. */
  DecodeHarness(
      TimeRules times,
      @Nullable OperatorSubtaskState state,
      int before,
      int parallelism,
      int subtask)
      throws Exception {
    this(times, RecordFormat.singleObject(), state, before, parallelism, subtask);
  }

  private DecodeHarness(
      TimeRules times,
      RecordFormat format,
      @Nullable OperatorSubtaskState state,
      int before,
      int parallelism,
      int subtask)
      throws Exception {
    function = new DecodeFunction(Accesses.PREFIX, times, format);
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(function), MAX_PARALLELISM, parallelism, subtask);
    harness.setup(
        LeadInput.TYPE.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    if (state != null) {
      harness.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              state, MAX_PARALLELISM, before, parallelism, subtask));
    }
    harness.open();
  }

  DecodeFunction function() {
    return function;
  }

  void take(RawRecord... raws) throws Exception {
    for (RawRecord raw : raws) {
      harness.processElement(raw, raw.recordedAt());
    }
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  List<LeadInput> inputs() {
    return harness.extractOutputValues();
  }

  /** What went to the operator of the visitors. */
  List<VisitorInput> visitors() {
    Queue<StreamRecord<VisitorInput>> side = harness.getSideOutput(DecodeFunction.VISITORS);
    return side == null ? List.of() : side.stream().map(StreamRecord::getValue).toList();
  }

  /** What went to all who keep something of leads. */
  List<String> erasedLeads() {
    Queue<StreamRecord<String>> side = harness.getSideOutput(DecodeFunction.ERASED_LEADS);
    return side == null ? List.of() : side.stream().map(StreamRecord::getValue).toList();
  }

  List<DeadLetter> deadLetters() {
    Queue<StreamRecord<OutputRecord>> side = harness.getSideOutput(DecodeFunction.DEAD_LETTERS);
    List<DeadLetter> letters = new ArrayList<>();
    RecordDecoder<DeadLetter> decoder = new RecordDecoder<>(Topics.DEAD_LETTER, Limits.DEAD_LETTER);
    if (side != null) {
      for (StreamRecord<OutputRecord> record : side) {
        Decoded<DeadLetter> decoded = decoder.decode(record.getValue().value());
        assertThat(decoded).isInstanceOf(Decoded.Value.class);
        letters.add(((Decoded.Value<DeadLetter>) decoded).value());
      }
    }
    return letters;
  }

  @Override
  public void close() throws Exception {
    harness.close();
  }
}
