package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.jobs.record.LeadInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What an event costs in accesses, counted and not timed, so that it is the same on any machine.
 * Sessions of eight hits in the mean, 20 s apart, of leads of which few are busy; a checkpoint
 * every 10 s of 500 events a second.
 */
class CostPerEventTest {
  private static final int EVENTS = 40_000;
  private static final int LEADS = 4_000;
  private static final int OPEN_SESSIONS = 1_000;
  private static final int PER_CHECKPOINT = 5_000;
  private static final double ENDS = 1.0 / 8;

  @Test
  void aSessionIsReadOnceAndWrittenFewTimes() throws Exception {
    try (ScoreLeadHarness job = run(new CacheSettings(1 << 30, 2 * OPEN_SESSIONS, 1_200))) {
      assertThat(perEvent(job.stateMetrics().reads())).as("reads").isLessThan(0.25);
      assertThat(perEvent(job.stateMetrics().writes())).as("writes").isLessThan(0.40);
      assertThat(perEvent(job.metrics().timers())).as("timers").isLessThan(0.25);
      assertThat(perEvent(job.metrics().rows())).as("rows").isLessThan(0.60);
    }
  }

  @Test
  void withoutACacheEveryEventReadsAndWrites() throws Exception {
    try (ScoreLeadHarness job = run(CacheSettings.OFF)) {
      assertThat(perEvent(job.stateMetrics().reads())).isGreaterThan(1);
      assertThat(perEvent(job.stateMetrics().writes())).isEqualTo(1);
    }
  }

  private static double perEvent(long count) {
    return (double) count / EVENTS;
  }

  private static ScoreLeadHarness run(CacheSettings cache) throws Exception {
    ScoreLeadHarness job = ScoreLeadHarness.fresh(settings(cache), Backend.HEAP);
    SplittableRandom random = new SplittableRandom(11);
    List<Integer> sessions = new ArrayList<>();
    for (int i = 0; i < OPEN_SESSIONS; i++) {
      sessions.add(lead(random));
    }
    for (int event = 0; event < EVENTS; event++) {
      int session = event % OPEN_SESSIONS;
      job.take(hit(sessions.get(session), event));
      if (random.nextDouble() < ENDS) {
        sessions.set(session, lead(random));
      }
      if (event % PER_CHECKPOINT == PER_CHECKPOINT - 1) {
        job.checkpoint();
        job.getOutput().clear();
      }
    }
    return job;
  }

  private static LeadInput hit(int lead, int event) {
    String path = event % 20 == 0 ? "/pricing/plans" : "/blog/" + event % 7;
    return Inputs.page("lead-" + lead, "e" + event, Inputs.START + event * 20L, path);
  }

  /** Square of an even draw: a tenth of the leads has a third of the sessions. */
  private static int lead(SplittableRandom random) {
    double even = random.nextDouble();
    return (int) (even * even * LEADS);
  }

  private static ScoreSettings settings(CacheSettings cache) {
    return new ScoreSettings(
        TimeMode.REPLAY,
        ScoreSettings.NO_END,
        1_000,
        7 * 24,
        Duration.ofMillis(200),
        Duration.ZERO,
        50,
        cache,
        "test.");
  }
}
