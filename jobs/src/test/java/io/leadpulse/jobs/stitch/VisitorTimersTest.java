package io.leadpulse.jobs.stitch;

import static io.leadpulse.jobs.stitch.Visits.DAY;
import static io.leadpulse.jobs.stitch.Visits.T;
import static io.leadpulse.jobs.stitch.Visits.form;
import static io.leadpulse.jobs.stitch.Visits.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.identity.DropReason;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.score.TimeMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisitorTimersTest {
  /** After that long everybody is forgotten: 90 days, the day that began, the spread of a day. */
  private static final long GONE = 93 * DAY;

  @ParameterizedTest
  @EnumSource(TimeMode.class)
  void whoStaysAwayForNinetyDaysIsForgotten(TimeMode time) throws Exception {
    try (StitchHarness job = StitchHarness.fresh(time)) {
      job.take(page("v-1", "a", T), form("v-2", "ada", T));
      job.liveUntil(T + 90 * DAY);
      assertThat(job.visitors()).isEqualTo(2);
      job.liveUntil(T + GONE);
      assertThat(job.visitors()).isZero();
      assertThat(job.count(Outcome.WAITING)).isZero();
      assertThat(job.count(DropReason.GONE_SILENT)).isOne().isEqualTo(job.count(Outcome.DROPPED));
      job.take(page("v-2", "b", T + GONE));
      assertThat(job.output()).isEmpty();
      assertThat(job.count(Outcome.WAITING)).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TimeMode.class)
  void whoComesBackIsRemembered(TimeMode time) throws Exception {
    try (StitchHarness job = StitchHarness.fresh(time)) {
      job.take(form("v-1", "ada", T));
      for (int month = 1; month <= 12; month++) {
        long now = T + month * 30 * DAY;
        job.liveUntil(now);
        job.take(page("v-1", "e" + month, now));
      }
      assertThat(job.output()).hasSize(12);
      assertThat(job.metrics().timers()).as("one at a time").isLessThanOrEqualTo(6);
      job.liveUntil(T + 360 * DAY + GONE);
      assertThat(job.visitors()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TimeMode.class)
  void noTimerIsRegisteredByAnEvent(TimeMode time) throws Exception {
    try (StitchHarness job = StitchHarness.fresh(time)) {
      for (int i = 0; i < 100; i++) {
        job.take(page("v-1", "e" + i, T + i * DAY / 4));
      }
      assertThat(job.metrics().timers()).isOne();
    }
  }

  /** The clock is months ahead of what is read: the link may be next. */
  @Test
  void whileABacklogIsReadNobodyIsForgotten() throws Exception {
    try (StitchHarness job = StitchHarness.fresh(TimeMode.LIVE)) {
      job.setProcessingTime(T + 200 * DAY);
      job.take(page("v-1", "a", T));
      job.watermark(T);
      job.setProcessingTime(T + 202 * DAY);
      job.take(form("v-1", "ada", T + 1));
      assertThat(job.released()).containsExactly("a@ada");
      job.liveUntil(T + 204 * DAY);
      assertThat(job.visitors()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TimeMode.class)
  void theEndOfABoundedInputForgetsNobody(TimeMode time) throws Exception {
    try (StitchHarness job = StitchHarness.fresh(time)) {
      job.take(page("v-1", "a", T), form("v-2", "ada", T));
      job.end();
      assertThat(job.visitors()).isEqualTo(2);
      assertThat(job.count(Outcome.WAITING)).isOne();
      assertThat(job.count(Outcome.DROPPED)).isZero();
    }
  }
}
