package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTest {
  private static final long T = Inputs.START;
  private static final long HOUR = Inputs.HOUR;

  @ParameterizedTest
  @EnumSource(Backend.class)
  void takesTheNewestWhateverOrderTheyComeIn(Backend backend) throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      job.take(Inputs.pricing("ada", "e1", T));
      job.take(Inputs.profile("ada", T + HOUR, Inputs.company(T + HOUR, "New", 400)));
      job.take(Inputs.profile("ada", T, Inputs.company(T, "Old", 3)));
      assertThat(job.published().row("ada").getCompany()).isEqualTo("New");
      assertThat(job.published().row("ada").getFit().name()).isEqualTo("A");
    }
  }

  @Test
  void publishesAProfileThatComesBeforeAnyEventWithTheFirstOne() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(Inputs.profile("ada", T, Inputs.company(T, "Midori", 400)));
      assertThat(job.published().log()).isEmpty();
      job.take(Inputs.pricing("ada", "e1", T));
      assertThat(job.published().row("ada").getCompany()).isEqualTo("Midori");
    }
  }

  /** Of each event the lead's state is read; of the first that publishes, its profile too. */
  @Test
  void looksOnceForAProfileThatIsNotThere() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      for (int event = 0; event < 10; event++) {
        job.take(Inputs.pricing("ada", "e" + event, T));
      }
      assertThat(job.metrics().rows()).isEqualTo(10);
      assertThat(job.stateMetrics().reads()).isEqualTo(11);
      job.take(Inputs.profile("ada", T, Inputs.company(T, "Midori", 400)));
      job.take(Inputs.pricing("ada", "last", T));
      assertThat(job.published().row("ada").getCompany()).isEqualTo("Midori");
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void withdrawsWhatItsSourceDeletes(Backend backend) throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      job.take(Inputs.pricing("ada", "e1", T));
      job.take(Inputs.profile("ada", T + HOUR, Inputs.company(T + HOUR, "Midori", 400)));
      job.take(Inputs.profileRemoved("ada", T + 2 * HOUR));
      assertThat(job.published().row("ada").getCompany()).isEmpty();
      assertThat(job.published().row("ada").getFit().toString()).isEqualTo("UNKNOWN");
      job.take(Inputs.pricing("ada", "e2", T));
      assertThat(job.published().row("ada").getCompany()).isEmpty();
      job.take(Inputs.profile("ada", T + 3 * HOUR, Inputs.company(T, "Aoi", 400)));
      assertThat(job.published().row("ada").getCompany()).isEqualTo("Aoi");
    }
  }

  @Test
  void forgetsAProfileOfALeadThatNeverDidAnything() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(Inputs.profile("ada", T, Inputs.company(T, "Midori", 400)));
      job.take(Inputs.profileRemoved("ada", T));
      job.take(Inputs.pricing("ada", "e1", T));
      assertThat(job.published().row("ada").getCompany()).isEmpty();
    }
  }

  @Test
  void barsACompetitorFromHot() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(Inputs.profile("ada", T, Inputs.competitor(T)));
      job.take(Inputs.webinar("ada", "e1", T));
      job.take(Inputs.pricing("ada", "e2", T), Inputs.pricing("ada", "e3", T));
      assertThat(job.published().alerts()).isEmpty();
      assertThat(job.published().row("ada").getBlockers()).contains("excluded:competitor");
    }
  }

  @Test
  void raisesAnAlertWhenTheProfileLiftsTheBar() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(Inputs.profile("ada", T, Inputs.competitor(T)));
      job.take(Inputs.webinar("ada", "e1", T));
      job.take(Inputs.pricing("ada", "e2", T), Inputs.pricing("ada", "e3", T));
      job.take(Inputs.profile("ada", T + 1, Inputs.company(T + 1, "Midori", 400)));
      assertThat(job.published().alertCauses()).containsExactly("RAISED threshold");
    }
  }
}
