package io.leadpulse.jobs.stitch;

import static io.leadpulse.jobs.stitch.Visits.DAY;
import static io.leadpulse.jobs.stitch.Visits.T;
import static io.leadpulse.jobs.stitch.Visits.form;
import static io.leadpulse.jobs.stitch.Visits.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.identity.DropReason;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.jobs.score.TimeMode;
import io.leadpulse.jobs.stitch.StitchHarness.Backend;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StitchRestoreTest {
  private static final long SEED = Long.getLong("stitch.seed", 20_260_302L);
  private static final int CASES = 20;
  private static final int INPUTS = 2_000;

  @ParameterizedTest
  @EnumSource(Backend.class)
  void goesOnWhereItWas(Backend backend) throws Exception {
    OperatorSubtaskState state;
    try (StitchHarness job = StitchHarness.fresh(TimeMode.LIVE, StitchHarness.MANY, backend)) {
      job.take(page("v-1", "a", T), form("v-2", "ada", T), page("v-3", "x", T));
      state = job.snapshot();
    }
    try (StitchHarness job =
        StitchHarness.restored(TimeMode.LIVE, backend, state, 1, 1, 0, T + DAY)) {
      assertThat(job.count(Outcome.WAITING)).isEqualTo(2);
      job.take(page("v-1", "a", T), page("v-2", "b", T + DAY), form("v-1", "bob", T + DAY));
      assertThat(job.released()).containsExactly("b@ada", "a@bob");
      assertThat(job.count(Outcome.DUPLICATE)).isOne();
      job.liveUntil(T + 94 * DAY);
      assertThat(job.count(DropReason.GONE_SILENT)).as("timers are restored").isOne();
      assertThat(job.count(Outcome.WAITING)).isZero();
      assertThat(job.visitors()).isZero();
    }
  }

  /** Counts are split without regard to whose they are: one subtask may be below 0. */
  @Test
  void atAnotherParallelismTheCountsStillAddUp() throws Exception {
    OperatorSubtaskState state;
    try (StitchHarness job = StitchHarness.fresh(TimeMode.LIVE)) {
      for (int visitor = 0; visitor < 50; visitor++) {
        job.take(page("v-" + visitor, "e" + visitor, T));
      }
      state = job.snapshot();
    }
    long waiting = 0;
    int released = 0;
    for (int subtask = 0; subtask < 3; subtask++) {
      try (StitchHarness job =
          StitchHarness.restored(TimeMode.LIVE, Backend.HEAP, state, 1, 3, subtask, T)) {
        for (int visitor = 0; visitor < 40; visitor++) {
          if (subtaskOf("v-" + visitor, 3) == subtask) {
            job.take(form("v-" + visitor, "ada", T + 1));
          }
        }
        waiting += job.count(Outcome.WAITING);
        released += job.output().size();
      }
    }
    assertThat(released).isEqualTo(40);
    assertThat(waiting).isEqualTo(10);
  }

  private static int subtaskOf(String visitor, int parallelism) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        visitor, StitchHarness.MAX_PARALLELISM, parallelism);
  }

  /** Neither restarts, nor how many visitors are remembered, nor the backend change anything. */
  @Test
  void endsLikeARunThatNothingInterruptedAndThatRemembersNobody() throws Exception {
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      List<VisitorInput> log = Visits.log(seed, INPUTS);
      try (StitchHarness plain = StitchHarness.fresh(TimeMode.REPLAY, 0, Backend.HEAP)) {
        plain.take(log.toArray(VisitorInput[]::new));
        for (int recent : new int[] {1, 7, StitchHarness.MANY}) {
          check(plain, recent, log, "stitch.seed=" + seed + ", " + recent + " remembered");
        }
      }
    }
  }

  private static void check(StitchHarness plain, int recent, List<VisitorInput> log, String how)
      throws Exception {
    List<LeadInput> output = new ArrayList<>();
    OperatorSubtaskState state;
    int half = log.size() / 2;
    try (StitchHarness first = StitchHarness.fresh(TimeMode.REPLAY, recent, Backend.HEAP)) {
      first.take(log.subList(0, half).toArray(VisitorInput[]::new));
      output.addAll(first.output());
      state = first.snapshot();
    }
    try (StitchHarness second =
        StitchHarness.restored(TimeMode.REPLAY, Backend.HEAP, state, 1, 1, 0, T)) {
      second.take(log.subList(half, log.size()).toArray(VisitorInput[]::new));
      output.addAll(second.output());
      assertThat(output).as(how).isEqualTo(plain.output());
      for (SourceTopic source : List.of(SourceTopic.WEB_ACCESS, SourceTopic.IDENTITY)) {
        for (Outcome outcome : Outcome.values()) {
          assertThat(second.count(source, outcome))
              .as("%s: %s of %s", how, outcome, source)
              .isEqualTo(plain.count(source, outcome));
        }
      }
      assertThat(counted(second) + output.size()).as(how).isEqualTo(inputs(log));
      assertThat(output).as(how).isNotEmpty();
      assertThat(second.count(Outcome.DROPPED)).as(how).isPositive();
    }
  }

  private static long counted(StitchHarness job) {
    long sum = 0;
    for (Outcome outcome : Outcome.values()) {
      sum += job.count(SourceTopic.WEB_ACCESS, outcome) + job.count(SourceTopic.IDENTITY, outcome);
    }
    return sum;
  }

  /** All but the links that engagements told of, which are counted where these went. */
  private static long inputs(List<VisitorInput> log) {
    return log.stream()
        .filter(input -> !(input instanceof VisitorInput.Linked link) || link.isRecord())
        .count();
  }
}
