package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadpulse.schemas.DeadLetterCause;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseTest {
  private static final long T = Inputs.START;
  private static final long HOUR = Inputs.HOUR;

  @Test
  void judgesAnEventByTheReleaseInForceWhenKafkaGotIt() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.release(TestModel.cheaper(2, T + HOUR));
      job.take(Inputs.pricing("ada", "e1", T + HOUR - 1), Inputs.pricing("bob", "e2", T + HOUR));
      assertThat(job.published().row("ada").getIntentMilli()).isEqualTo(30_000);
      assertThat(job.published().row("ada").getModelVersion()).isEqualTo(1);
      assertThat(job.published().row("bob").getIntentMilli()).isEqualTo(10_000);
      assertThat(job.published().row("bob").getModelVersion()).isEqualTo(2);
    }
  }

  @Test
  void goesBackToTheOlderReleaseForWhatKafkaGotEarlier() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.release(TestModel.cheaper(2, T + HOUR));
      job.take(Inputs.pricing("ada", "e1", T + HOUR), Inputs.pricing("bob", "e2", T));
      assertThat(job.published().row("bob").getModelVersion()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void keepsAllReleasesInTheSnapshot(Backend backend) throws Exception {
    OperatorSubtaskState snapshot;
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      job.release(TestModel.cheaper(2, T + HOUR));
      snapshot = job.checkpoint();
    }
    try (ScoreLeadHarness job = ScoreLeadHarness.restored(Settings.replay(), backend, snapshot)) {
      job.take(Inputs.pricing("ada", "e1", T), Inputs.pricing("bob", "e2", T + HOUR));
      assertThat(job.published().row("ada").getIntentMilli()).isEqualTo(30_000);
      assertThat(job.published().row("bob").getIntentMilli()).isEqualTo(10_000);
    }
  }

  @Test
  void refusesAnInvalidReleaseAndGoesOnByTheOldOne() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.release(TestModel.invalid(2));
      job.take(Inputs.pricing("ada", "e1", T));
      assertThat(job.published().row("ada").getModelVersion()).isEqualTo(1);
      assertRefused(job, "half-life");
    }
  }

  @Test
  void refusesAnotherTextUnderAKnownVersion() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.release(TestModel.cheaper(1, 0));
      job.take(Inputs.pricing("ada", "e1", T));
      assertThat(job.published().row("ada").getIntentMilli()).isEqualTo(30_000);
      assertRefused(job, "another text");
    }
  }

  private static void assertRefused(ScoreLeadHarness job, String why) {
    assertThat(job.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.getCause()).isEqualTo(DeadLetterCause.INVALID_MODEL);
              assertThat(letter.getSourceTopic()).isEqualTo("test.scoring-model.v1");
              assertThat(letter.getDetail()).contains(why);
              assertThat(letter.getValueSize()).isPositive();
            });
  }

  @Test
  void saysNothingOfAReleaseThatItKnows() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.release(TestModel.first());
      assertThat(job.deadLetters()).isEmpty();
    }
  }

  /** Every subtask is shown every release. */
  @Test
  void writesOneDeadLetterHoweverManySubtasksRefuse() throws Exception {
    ReleaseLoader loader = () -> List.of(TestModel.first());
    try (ScoreLeadHarness second =
        new ScoreLeadHarness(Settings.replay(), loader, Backend.HEAP, 2, 1)) {
      second.setup();
      second.open();
      second.release(TestModel.invalid(2));
      assertThat(second.deadLetters()).isEmpty();
    }
  }

  @Test
  void doesNotStartWithoutAModel() {
    assertThatThrownBy(() -> start(List::of))
        .hasStackTraceContaining("no valid scoring model has been published");
    assertThatThrownBy(() -> start(() -> List.of(TestModel.invalid(1))))
        .hasStackTraceContaining("no valid scoring model has been published");
  }

  @Test
  void startsWithTheValidOnesOfThePublishedReleases() throws Exception {
    try (ScoreLeadHarness job =
        start(() -> List.of(TestModel.first(), TestModel.invalid(2), TestModel.cheaper(3, T)))) {
      job.take(Inputs.pricing("ada", "e1", T));
      assertThat(job.published().row("ada").getModelVersion()).isEqualTo(3);
    }
  }

  private static ScoreLeadHarness start(ReleaseLoader loader) throws Exception {
    ScoreLeadHarness job = new ScoreLeadHarness(Settings.replay(), loader, Backend.HEAP, 1, 0);
    job.setup();
    job.open();
    return job;
  }
}
