package io.leadpulse.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.benchmarks.traffic.Audience;
import io.leadpulse.benchmarks.traffic.ManySignals;
import io.leadpulse.benchmarks.traffic.Trace;
import io.leadpulse.benchmarks.traffic.Traffic;
import io.leadpulse.benchmarks.traffic.TrafficSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionsTest {
  private static final int LEADS = 100;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {10, 1_000})
  void eachOfThreeSignalsThatMatchIsInspectedAndHardlyAnyBesides(int signals) throws IOException {
    TrafficSettings traffic =
        new TrafficSettings(
            1,
            new Audience(LEADS, 0.8, 0),
            100,
            2_000,
            200,
            ManySignals.sections(signals),
            Instant.parse("2026-05-01T00:00:00Z"));
    Trace trace = Trace.write(new Traffic(traffic), folder.resolve("trace"));
    Load load = new Load("signals", traffic, ManySignals.yaml(signals));
    assertThat(new Inspections(load).perEvent(trace, LEADS)).isBetween(3.0, 4.0);
  }
}
