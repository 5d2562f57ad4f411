package io.leadpulse.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Topics;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReleaseCodecTest {
  private static final Instant EFFECTIVE = Instant.parse("2026-03-02T00:00:00Z");
  private static final String VALID =
      """
      model: test
      time-zone: Asia/Tokyo
      categories: { buying: { cap: 100 } }
      signals:
        pricing: { on: page-view, path: /pricing, points: 15, half-life: 10d, category: buying }
      scorecards:
        sales:
          warm: { enter: 20, exit: 15 }
          hot: { enter: 50, exit: 40 }
          require: { distinct-signals: 1, human-signals: 0 }
      """;

  private final ReleaseCodec codec = new ReleaseCodec();

  @Test
  void takesAValidModel() {
    Release release = Release.of("test", 3, EFFECTIVE.toEpochMilli(), VALID);
    Reading<Release> reading = read("test", 3, VALID, release.sha256());
    assertThat(reading).isEqualTo(new Reading.Value<>(release));
  }

  @Test
  void reckonsTheHashThatThePublisherDidNotGive() {
    Release release = Release.of("test", 3, EFFECTIVE.toEpochMilli(), VALID);
    assertThat(read("test", 3, VALID, "")).isEqualTo(new Reading.Value<>(release));
  }

  @Test
  void saysWhatIsWrongWithAModelAndWhere() {
    Reading<Release> reading = read("test", 3, VALID.replace("points: 15", "points: lots"), "");
    assertRefused(reading, RefusalCause.INVALID_MODEL, ":5:");
  }

  @Test
  void refusesATextThatIsNotTheOneHashed() {
    String hash = Release.of("test", 3, 0, VALID).sha256();
    assertRefused(
        read("test", 3, VALID.replace("points: 15", "points: 16"), hash),
        RefusalCause.INVALID_MODEL,
        "hash");
  }

  @Test
  void refusesAModelUnderAnotherName() {
    assertRefused(read("other", 3, VALID, ""), RefusalCause.INVALID_MODEL, "'test'");
  }

  @Test
  void refusesReleasesWithoutNameOrNumber() {
    assertRefused(read(" ", 3, VALID, ""), RefusalCause.INVALID, "modelId");
    assertRefused(read("test", 0, VALID, ""), RefusalCause.INVALID, "version");
  }

  @Test
  void refusesBytesThatAreNone() {
    RawRecord raw = new RawRecord("leadpulse.scoring-model.v1", 0, 0, 0, null, new byte[] {5});
    assertRefused(codec.read(raw), RefusalCause.UNREADABLE, "framing");
  }

  private Reading<Release> read(String modelId, long version, String yaml, String sha256) {
    ScoringModelRelease release =
        new ScoringModelRelease(modelId, version, EFFECTIVE, EFFECTIVE, yaml, sha256);
    return codec.read(Wire.raw(Topics.SCORING_MODEL, release, 0, 0, EFFECTIVE.toEpochMilli()));
  }

  private static void assertRefused(Reading<Release> reading, RefusalCause cause, String detail) {
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    Reading.Refused<Release> refused = (Reading.Refused<Release>) reading;
    assertThat(refused.cause()).isEqualTo(cause);
    assertThat(refused.detail()).contains(detail);
  }
}
