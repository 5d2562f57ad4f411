package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.release.CompiledModel;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulated leads under the default model: neither side knows the other's numbers. */
class HotLeadsTest {
  private static CompiledModel model;

  @BeforeAll
  static void readModel() throws IOException {
    model = Scoring.defaultModel();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21T23:00:00Z", // Sunday morning in Tokyo
        "2026-11-24T18:00:00Z", // the middle of the night
        "2026-11-25T05:00:00Z", // a Wednesday afternoon
        "2026-11-30T00:05:00Z" // Monday, just after nine
      })
  void theFirstIsThereWithinAThousandRecords(Instant origin) {
    for (long seed = 1; seed <= 10; seed++) {
      assertThat(play(origin, seed, 1_000).hot()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void oneToThreeInAHundredBecomeHot(long seed) {
    Instant origin = Instant.parse("2026-11-25T05:00:00Z");
    Scoring scoring = play(origin, seed, 40_000);
    assertThat(scoring.hot().size() / (double) scoring.leads()).isBetween(0.01, 0.03);
  }

  /** Sends so many records at 200 a second. */
  private static Scoring play(Instant origin, long seed, int records) {
    long start = origin.toEpochMilli();
    Simulation simulation = new Simulation(SimulationSettings.defaults().withSeed(seed), start);
    Scoring scoring = new Scoring(model);
    for (int i = 0; i < records; i++) {
      long now = start + i * 5L;
      scoring.take(simulation.next(now), now);
    }
    return scoring;
  }
}
