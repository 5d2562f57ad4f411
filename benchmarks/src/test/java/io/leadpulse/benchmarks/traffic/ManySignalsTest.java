package io.leadpulse.benchmarks.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.ModelParser;
import io.leadpulse.engine.release.ModelResult;
import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManySignalsTest {
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {10, 1_000, 10_000})
  void everyViewMatchesThreeSignals(int signals) {
    ModelResult result = ModelParser.parse("model.yaml", ManySignals.yaml(signals), 1);
    assertThat(result.problems()).isEmpty();
    CompiledModel model = result.orThrow();
    assertThat(model.model().signals()).hasSize(signals);
    Traffic traffic =
        new Traffic(
            new TrafficSettings(
                1,
                new Audience(100, 0.8, 0),
                100,
                2_000,
                200,
                ManySignals.sections(signals),
                START));
    int[] matched = new int[signals];
    while (traffic.hasNext()) {
      LeadInput.Engaged input = read(traffic.next());
      assertThat(model.classifier().classify(input.engagement(), matched)).isEqualTo(3);
    }
  }

  private static LeadInput.Engaged read(Sent sent) {
    RawRecord raw = new RawRecord("", 0, 0, START.toEpochMilli(), sent.key(), sent.value());
    Reading<SourceInput> reading = new InputCodec().read(SourceTopic.WEB_ACCESS, raw);
    assertThat(reading).isInstanceOf(Reading.Value.class);
    return (LeadInput.Engaged) ((Reading.Value<SourceInput>) reading).value();
  }
}
