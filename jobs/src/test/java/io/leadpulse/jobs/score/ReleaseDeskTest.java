package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.codec.DeadLetterCodec;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.ReleaseRecord;
import io.leadpulse.jobs.state.ReleaseSerializer;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.junit.jupiter.api.Test;

class ReleaseDeskTest {
  private static final long T = Inputs.START;

  private final Metrics metrics = new Metrics();
  private final List<OutputRecord> deadLetters = new ArrayList<>();

  @Test
  void countsAReleaseThatShouldHaveJudgedWhatIsJudgedAlready() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      Releases releases = releases(job);
      ReleaseDesk desk = desk(releases);
      releases.forInput(T);
      desk.take(record(TestModel.cheaper(2, T + 1)));
      assertThat(metrics.count("releases-late")).isZero();
      desk.take(record(TestModel.cheaper(3, T)));
      assertThat(metrics.count("releases-late")).isEqualTo(1);
      assertThat(releases.forInput(T).model().version()).isEqualTo(3);
    }
  }

  @Test
  void countsWhatItRefuses() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      ReleaseDesk desk = desk(releases(job));
      desk.take(record(TestModel.invalid(2)));
      assertThat(metrics.count("releases-refused")).isEqualTo(1);
      assertThat(deadLetters).hasSize(1);
    }
  }

  @Test
  void goesOnWithAScorerForEachOfManyReleases() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      Releases releases = releases(job);
      ReleaseDesk desk = desk(releases);
      for (int version = 2; version < 20; version++) {
        desk.take(record(TestModel.cheaper(version, T + version)));
      }
      for (int version = 2; version < 20; version++) {
        assertThat(releases.at(T + version).model().version()).isEqualTo(version);
        assertThat(releases.at(T).model().version()).isEqualTo(1);
      }
    }
  }

  private ReleaseDesk desk(Releases releases) {
    return new ReleaseDesk(
        releases, new DeadLetterCodec(), deadLetters::add, new ScoreMetrics(metrics));
  }

  private static Releases releases(ScoreLeadHarness job) throws Exception {
    BroadcastState<Long, Release> state =
        job.getOperator()
            .getOperatorStateBackend()
            .getBroadcastState(
                new MapStateDescriptor<>("test", LongSerializer.INSTANCE, new ReleaseSerializer()));
    Releases releases = new Releases(state, ScoringSettings.DEFAULT, Long.MIN_VALUE);
    releases.open(() -> List.of(TestModel.first()));
    return releases;
  }

  private static ReleaseRecord record(Release release) {
    return new ReleaseRecord(release, new RawRecord("t.scoring-model.v1", 0, 0, T, null, null));
  }
}
