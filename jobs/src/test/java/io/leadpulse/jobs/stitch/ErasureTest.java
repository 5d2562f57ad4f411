package io.leadpulse.jobs.stitch;

import static io.leadpulse.jobs.stitch.Visits.DAY;
import static io.leadpulse.jobs.stitch.Visits.HOUR;
import static io.leadpulse.jobs.stitch.Visits.T;
import static io.leadpulse.jobs.stitch.Visits.form;
import static io.leadpulse.jobs.stitch.Visits.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.score.TimeMode;
import io.leadpulse.jobs.stitch.StitchHarness.Backend;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Visitors forget a lead that was erased, one after the other. */
class ErasureTest {
  private static final int VISITORS = 6;
  private static final int ENOUGH = 2 * VISITORS;
  private static final String LEAD = "lead-to-be-forgotten";

  @ParameterizedTest
  @EnumSource(Backend.class)
  void whatAnErasedLeadDoesIsNobodysUntilItsVisitorIsAnother(Backend backend) throws Exception {
    try (StitchHarness job = fresh(backend)) {
      job.take(form("v-1", LEAD, T), form("v-2", "bob", T), page("v-3", "waits", T));
      job.erase(LEAD);
      job.forget(ENOUGH);
      job.take(page("v-1", "a", T + 1), form("v-1", "cid", T + 2));
      job.take(page("v-1", "b", T + 1), page("v-1", "c", T + 2), page("v-2", "d", T + 1));
      assertThat(job.released()).containsExactly("c@cid", "d@bob");
      assertThat(job.count(Outcome.ERASED)).isEqualTo(2);
      assertThat(job.count(Outcome.WAITING)).isOne();
      assertThat(job.metrics().visitorsErased()).isOne();
    }
  }

  /** What comes until then is the lead's, whose operator knows that it was erased. */
  @Test
  void untilAVisitorsTurnComesItsEngagementsGoToTheLead() throws Exception {
    try (StitchHarness job = fresh(Backend.HEAP)) {
      job.take(form("v-1", LEAD, T));
      job.erase(LEAD);
      job.take(page("v-1", "a", T + 1));
      assertThat(job.released()).containsExactly("a@" + LEAD);
      assertThat(job.count(Outcome.ERASED)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void nothingOfItIsStoredAfterwards(Backend backend) throws Exception {
    try (StitchHarness job = fresh(backend)) {
      link(job, VISITORS);
      job.take(form("v-0", "bob", T + 1), form("v-0", LEAD, T + 2));
      assertThat(job.stores(LEAD)).isTrue();
      job.erase(LEAD);
      job.forget(VISITORS);
      assertThat(job.stores(LEAD)).as("the walk does not know that it is over").isTrue();
      job.forget(1);
      assertThat(job.stores(LEAD)).isFalse();
      assertThat(job.stores("bob")).isTrue();
      assertThat(job.visitors()).isEqualTo(VISITORS);
    }
  }

  @Test
  void eventsAndBarriersWaitForOneStintOnly() throws Exception {
    try (StitchHarness job = fresh(Backend.HEAP)) {
      link(job, VISITORS);
      job.erase(LEAD);
      assertThat(job.metrics().visitorsErased()).isZero();
      for (int visitor = 1; visitor <= VISITORS; visitor++) {
        job.forget(1);
        assertThat(job.metrics().visitorsErased()).isEqualTo(visitor);
      }
    }
  }

  @Test
  void whoIsErasedDuringAWalkIsForgottenByTheNextAgainIfNeedBe() throws Exception {
    try (StitchHarness job = fresh(Backend.HEAP)) {
      link(job, VISITORS);
      job.take(form("v-last", "bob", T));
      job.erase(LEAD);
      job.forget(VISITORS);
      link(job, VISITORS);
      job.erase("bob", LEAD);
      job.forget(2 * ENOUGH);
      assertThat(job.stores(LEAD)).isFalse();
      assertThat(job.stores("bob")).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void aRestartInTheMiddleGoesOn(Backend backend) throws Exception {
    OperatorSubtaskState state;
    try (StitchHarness job = fresh(backend)) {
      link(job, VISITORS);
      job.erase(LEAD);
      job.forget(VISITORS / 2);
      state = job.snapshot();
      assertThat(job.metrics().visitorsErased()).isEqualTo(VISITORS / 2);
    }
    try (StitchHarness job =
        StitchHarness.restored(TimeMode.LIVE, backend, state, 1, 1, 0, T + DAY)) {
      assertThat(job.stores(LEAD)).isTrue();
      job.forget(ENOUGH);
      assertThat(job.metrics().visitorsErased()).isEqualTo(VISITORS / 2);
      assertThat(job.stores(LEAD)).isFalse();
    }
  }

  /** One of two subtasks is done, the other is not; of their visitors three others have some. */
  @Test
  void aRescaleInTheMiddleForgetsNoVisitor() throws Exception {
    int visitors = 30;
    OperatorSubtaskState[] states = new OperatorSubtaskState[2];
    for (int subtask = 0; subtask < 2; subtask++) {
      try (StitchHarness job =
          StitchHarness.fresh(TimeMode.LIVE, StitchHarness.MANY, Backend.HEAP, 2, subtask)) {
        linkOwn(job, visitors, 2, subtask);
        job.erase(LEAD);
        job.forget(subtask == 0 ? 2 * visitors : 1);
        assertThat(job.stores(LEAD)).isEqualTo(subtask == 1);
        states[subtask] = job.snapshot();
      }
    }
    OperatorSubtaskState state = AbstractStreamOperatorTestHarness.repackageState(states);
    long erased = 0;
    for (int subtask = 0; subtask < 3; subtask++) {
      try (StitchHarness job =
          StitchHarness.restored(TimeMode.LIVE, Backend.HEAP, state, 2, 3, subtask, T + DAY)) {
        job.forget(2 * visitors);
        assertThat(job.stores(LEAD)).as("subtask %d", subtask).isFalse();
        erased += job.metrics().visitorsErased();
      }
    }
    assertThat(erased).isPositive();
  }

  @Test
  void erasuresHoldBackNoTime() throws Exception {
    try (StitchHarness job =
        StitchHarness.fresh(TimeMode.REPLAY, StitchHarness.MANY, Backend.HEAP)) {
      job.take(form("v-1", "ada", T));
      job.erasureWatermark(T - DAY);
      job.watermark(T + 93 * DAY);
      assertThat(job.visitors()).isZero();
      job.erasuresActive();
      job.take(form("v-1", "ada", T + 100 * DAY));
      job.watermark(T + 193 * DAY);
      assertThat(job.visitors()).isZero();
    }
  }

  private static StitchHarness fresh(Backend backend) throws Exception {
    return StitchHarness.fresh(TimeMode.LIVE, StitchHarness.MANY, backend);
  }

  private static void link(StitchHarness job, int visitors) throws Exception {
    linkOwn(job, visitors, 1, 0);
  }

  /** Links those of some visitors that come to a subtask. */
  private static void linkOwn(StitchHarness job, int visitors, int parallelism, int subtask)
      throws Exception {
    for (int i = 0; i < visitors; i++) {
      String visitor = "v-" + i;
      int taker =
          KeyGroupRangeAssignment.assignKeyToParallelOperator(
              visitor, StitchHarness.MAX_PARALLELISM, parallelism);
      if (taker == subtask) {
        job.take(form(visitor, LEAD, T + HOUR));
      }
    }
  }
}
