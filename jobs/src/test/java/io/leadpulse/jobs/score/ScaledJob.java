package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.oracle.Published;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/**
 * All subtasks of the operator, checkpointed, crashed and rescaled together. Counts as published
 * what a checkpoint closed, as readers of committed records see it.
 */
final class ScaledJob implements AutoCloseable {
  private final ScoreSettings settings;
  private final List<Release> releases;
  private final Backend backend;
  private final List<OutputRecord> committed = new ArrayList<>();
  private final List<LeadInput> sinceCheckpoint = new ArrayList<>();
  private final List<ScoreLeadHarness> subtasks = new ArrayList<>();
  private final TransferLoop transfers = new TransferLoop();
  private @Nullable OperatorSubtaskState checkpoint;
  private int checkpointed;

  ScaledJob(ScoreSettings settings, List<Release> releases, Backend backend) throws Exception {
    this.settings = settings;
    this.releases = releases;
    this.backend = backend;
    start(1);
  }

  private void start(int parallelism) throws Exception {
    for (int i = 0; i < parallelism; i++) {
      subtasks.add(
          checkpoint == null
              ? fresh(parallelism, i)
              : ScoreLeadHarness.restored(
                  Inputs.START, settings, backend, checkpoint, checkpointed, parallelism, i));
    }
  }

  private ScoreLeadHarness fresh(int parallelism, int subtask) throws Exception {
    ScoreLeadHarness harness =
        new ScoreLeadHarness(settings, () -> releases, backend, parallelism, subtask);
    harness.setup();
    harness.open();
    return harness;
  }

  void take(LeadInput input) throws Exception {
    sinceCheckpoint.add(input);
    subtaskOf(input.leadId()).take(input);
  }

  private ScoreLeadHarness subtaskOf(String leadId) {
    return subtasks.get(
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            leadId, ScoreLeadHarness.MAX_PARALLELISM, subtasks.size()));
  }

  void watermark(long time) throws Exception {
    for (ScoreLeadHarness subtask : subtasks) {
      subtask.watermark(time);
    }
  }

  void checkpoint() throws Exception {
    OperatorSubtaskState[] states = new OperatorSubtaskState[subtasks.size()];
    for (int i = 0; i < states.length; i++) {
      states[i] = subtasks.get(i).checkpoint();
    }
    checkpoint = AbstractStreamOperatorTestHarness.repackageState(states);
    checkpointed = subtasks.size();
    commit();
    sinceCheckpoint.clear();
  }

  private void commit() {
    for (ScoreLeadHarness subtask : subtasks) {
      List<OutputRecord> records = subtask.outputs();
      committed.addAll(records);
      transfers.append(records);
      subtask.clearOutputs();
    }
  }

  /** Goes on from a new checkpoint with another number of subtasks. */
  void rescale(int parallelism) throws Exception {
    checkpoint();
    stop();
    start(parallelism);
  }

  /** Dies, starts over from the last checkpoint, and is given again what came since. */
  void crash(int parallelism) throws Exception {
    stop();
    start(parallelism);
    List<LeadInput> again = List.copyOf(sinceCheckpoint);
    sinceCheckpoint.clear();
    for (LeadInput input : again) {
      take(input);
    }
  }

  /** Brings something to its lead that another has sent it, if a checkpoint closed it. */
  boolean deliver(SplittableRandom random) throws Exception {
    LeadInput next = transfers.next(random);
    if (next != null) {
      take(next);
    }
    return next != null;
  }

  /** Lets all come to where it is sent, and what is sent because of that. */
  void settle(SplittableRandom random) throws Exception {
    checkpoint();
    while (deliver(random)) {
      checkpoint();
    }
  }

  /** Clears the topic, as Kafka does with what a job that is down for long has not read. */
  void loseTransfers() throws Exception {
    checkpoint();
    transfers.clear();
  }

  /** What of a lead lies in keyed state now, null for nothing. */
  byte @Nullable [] stored(String leadId) throws Exception {
    return subtaskOf(leadId).storedOrNull(leadId);
  }

  void setProcessingTime(long time) throws Exception {
    for (ScoreLeadHarness subtask : subtasks) {
      subtask.setProcessingTime(time);
    }
  }

  OperatorSubtaskState lastCheckpoint() {
    return Objects.requireNonNull(checkpoint);
  }

  void end() throws Exception {
    for (ScoreLeadHarness subtask : subtasks) {
      subtask.end();
    }
    commit();
  }

  long count(SourceTopic source, Outcome outcome) {
    return subtasks.stream().mapToLong(subtask -> subtask.count(source, outcome)).sum();
  }

  Published published() {
    return new Published(committed);
  }

  /** What the harness would still write when it ends is written before, while there are timers. */
  private void stop() throws Exception {
    for (ScoreLeadHarness subtask : subtasks) {
      subtask.savepoint();
      subtask.close();
    }
    subtasks.clear();
  }

  @Override
  public void close() throws Exception {
    stop();
  }
}
