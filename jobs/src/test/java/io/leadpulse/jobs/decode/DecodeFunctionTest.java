package io.leadpulse.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadpulse.engine.identity.DropReason;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.schemas.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecodeFunctionTest {
  private static final TimeRules LIVE = new TimeRules(Duration.ofDays(180));
  private static final TimeRules REPLAY = new TimeRules(TimeRules.KEEP_ALL);

  @ParameterizedTest
  @EnumSource(Hostile.class)
  void whatIsBadHarmsNeitherItsNeighboursNorTheJob(Hostile bad) throws Exception {
    try (DecodeHarness harness = new DecodeHarness(LIVE)) {
      harness.take(
          Accesses.good("before"),
          Accesses.raw(bad.bytes),
          Accesses.good("next"),
          Accesses.good("after"));
      assertThat(harness.inputs())
          .extracting(input -> ((LeadInput.Engaged) input).engagement().eventId())
          .containsExactly("before", "next", "after");
      assertThat(harness.deadLetters()).hasSize(1);
      DeadLetter letter = harness.deadLetters().get(0);
      assertThat(letter.getCause().name()).isEqualTo(bad.cause.name());
      assertThat(letter.getSourceTopic()).isEqualTo("acme.web-access.v1");
      assertThat(letter.getPartition()).isEqualTo(1);
      assertThat(letter.getOffset()).isEqualTo(7);
      if (!letter.getTruncated()) {
        assertThat(letter.getValue())
            .isEqualTo(bad.bytes == null ? null : ByteBuffer.wrap(bad.bytes));
      }
    }
  }

  @Test
  void countsAddUpToTheInput() throws Exception {
    try (DecodeHarness harness = new DecodeHarness(LIVE)) {
      int records = 0;
      for (Hostile bad : Hostile.values()) {
        harness.take(Accesses.raw(bad.bytes), Accesses.good("e-" + bad));
        records += 2;
      }
      harness.take(Accesses.occurred(Accesses.RECORDED.minus(Duration.ofDays(181))));
      records++;
      DecodeFunction function = harness.function();
      long dead = function.outcomes().total(SourceTopic.WEB_ACCESS, Outcome.DEAD_LETTERED);
      long expired = function.outcomes().total(SourceTopic.WEB_ACCESS, Outcome.EXPIRED);
      assertThat(dead).isEqualTo(Hostile.values().length).isEqualTo(harness.deadLetters().size());
      assertThat(harness.inputs().size() + dead + expired).isEqualTo(records);
      long byCause = 0;
      for (RefusalCause cause : RefusalCause.values()) {
        byCause += function.refusals().total(cause);
      }
      assertThat(byCause).isEqualTo(dead);
    }
  }

  @Test
  void sourcesMayRunFiveMinutesAheadAndNoLonger() throws Exception {
    Instant limit = Accesses.RECORDED.plus(Duration.ofMinutes(5));
    try (DecodeHarness harness = new DecodeHarness(REPLAY)) {
      harness.take(Accesses.occurred(limit), Accesses.occurred(limit.plusMillis(1)));
      assertThat(harness.inputs()).hasSize(1);
      assertThat(harness.function().refusals().total(RefusalCause.FUTURE_TIMESTAMP)).isOne();
    }
  }

  @Test
  void whatIsOlderThanTheRetentionExpires() throws Exception {
    Instant limit = Accesses.RECORDED.minus(Duration.ofDays(180));
    try (DecodeHarness harness = new DecodeHarness(LIVE)) {
      harness.take(Accesses.occurred(limit), Accesses.occurred(limit.minusMillis(1)));
      assertThat(harness.inputs()).hasSize(1);
      assertThat(harness.deadLetters()).isEmpty();
      assertThat(harness.function().outcomes().total(SourceTopic.WEB_ACCESS, Outcome.EXPIRED))
          .isOne();
    }
  }

  @Test
  void inReplayNothingExpires() throws Exception {
    try (DecodeHarness harness = new DecodeHarness(REPLAY)) {
      harness.take(Accesses.occurred(Instant.parse("2000-01-01T00:00:00Z")));
      assertThat(harness.inputs()).hasSize(1);
    }
  }

  @Test
  void profilesReportsOfSalesAndChangesOfIdentityDoNotExpire() throws Exception {
    Instant old = Accesses.RECORDED.minus(Duration.ofDays(1_000));
    try (DecodeHarness harness = new DecodeHarness(LIVE)) {
      harness.take(
          Accesses.profile(old), Accesses.sales(old), Accesses.erasure(old), Accesses.link(old));
      assertThat(harness.inputs())
          .extracting(LeadInput::source)
          .containsExactly(
              SourceTopic.LEAD_PROFILE, SourceTopic.SALES_ACTIVITY, SourceTopic.IDENTITY);
      assertThat(harness.visitors()).hasSize(1);
    }
  }

  @Test
  void whoHasAVisitorOnlyGoesToTheVisitor() throws Exception {
    try (DecodeHarness harness = new DecodeHarness(LIVE)) {
      harness.take(Accesses.whose(null, "v-1"));
      assertThat(harness.inputs()).isEmpty();
      assertThat(harness.deadLetters()).isEmpty();
      assertThat(harness.visitors())
          .singleElement()
          .isInstanceOf(VisitorInput.Touched.class)
          .extracting(VisitorInput::visitorId)
          .isEqualTo("v-1");
    }
  }

  @Test
  void whoHasBothGoesToTheLeadAndTellsTheVisitor() throws Exception {
    try (DecodeHarness harness = new DecodeHarness(LIVE)) {
      harness.take(Accesses.whose("lead-1", "v-1"), Accesses.whose("lead-1", null));
      assertThat(harness.inputs()).extracting(LeadInput::leadId).containsOnly("lead-1").hasSize(2);
      long at = Accesses.RECORDED.minusSeconds(1).toEpochMilli();
      assertThat(harness.visitors())
          .containsExactly(
              new VisitorInput.Linked(
                  "v-1", "lead-1", at, Accesses.RECORDED.toEpochMilli(), false));
    }
  }

  @Test
  void anErasureGoesToTheLeadAndToAllWhoKeepSomethingOfIt() throws Exception {
    try (DecodeHarness harness = new DecodeHarness(LIVE)) {
      harness.take(Accesses.erasure(Accesses.RECORDED), Accesses.merge("lead-2", "lead-1"));
      assertThat(harness.inputs())
          .extracting(LeadInput::leadId)
          .containsExactly("lead-1", "lead-2");
      assertThat(harness.erasedLeads()).containsExactly("lead-1");
      assertThat(harness.visitors()).isEmpty();
    }
  }

  @Test
  void anIdThatNamesNobodyNeitherLinksNorWaits() throws Exception {
    try (DecodeHarness harness = new DecodeHarness(LIVE)) {
      harness.take(
          Accesses.whose("lead-1", "null"),
          Accesses.whose("undefined", "v-1"),
          Accesses.whose(null, "(not set)"),
          Accesses.whose(null, "00000000-0000-0000-0000-000000000000"),
          Accesses.link("lead-1", "-1"),
          Accesses.link("anonymous", "v-1"));
      assertThat(harness.inputs()).hasSize(2);
      assertThat(harness.visitors()).isEmpty();
      DecodeFunction function = harness.function();
      assertThat(function.outcomes().total(SourceTopic.WEB_ACCESS, Outcome.DROPPED)).isEqualTo(2);
      assertThat(function.outcomes().total(SourceTopic.IDENTITY, Outcome.DROPPED)).isEqualTo(2);
      assertThat(function.drops().total(DropReason.JUNK_ID)).isEqualTo(4);
    }
  }

  @Test
  void countsSurviveRestartsAtAnyParallelism() throws Exception {
    OperatorSubtaskState state;
    try (DecodeHarness harness = new DecodeHarness(LIVE)) {
      for (Hostile bad : Hostile.values()) {
        harness.take(Accesses.raw(bad.bytes));
      }
      state = harness.snapshot();
    }
    int before = 1;
    for (int parallelism : new int[] {2, 4, 3, 1}) {
      state = rescale(state, before, parallelism);
      before = parallelism;
    }
    try (DecodeHarness harness = new DecodeHarness(LIVE, state, 1, 1, 0)) {
      DecodeFunction function = harness.function();
      // One of each at the start, and one more per subtask and rescale.
      long added = 2 + 4 + 3 + 1;
      assertThat(function.outcomes().total(SourceTopic.WEB_ACCESS, Outcome.DEAD_LETTERED))
          .isEqualTo(Hostile.values().length + added);
      assertThat(function.refusals().total(RefusalCause.NO_LEAD)).isOne();
      assertThat(function.refusals().total(RefusalCause.EMPTY)).isEqualTo(2 + added);
    }
  }

  private static OperatorSubtaskState rescale(OperatorSubtaskState state, int before, int after)
      throws Exception {
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (int subtask = 0; subtask < after; subtask++) {
      try (DecodeHarness harness = new DecodeHarness(LIVE, state, before, after, subtask)) {
        harness.take(Accesses.raw(null));
        states.add(harness.snapshot());
      }
    }
    return AbstractStreamOperatorTestHarness.repackageState(
        states.toArray(OperatorSubtaskState[]::new));
  }

  @Test
  void aTopicThatTheJobDoesNotKnowIsAFaultInItsWiring() throws Exception {
    RawRecord stray = new RawRecord("acme.other", 0, 0, 0, null, null);
    try (DecodeHarness harness = new DecodeHarness(LIVE)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> harness.take(stray))
          .withMessageContaining("acme.other");
    }
  }
}
