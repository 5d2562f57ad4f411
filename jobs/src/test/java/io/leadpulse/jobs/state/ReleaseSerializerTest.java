package io.leadpulse.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.release.Release;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReleaseSerializerTest {
  private static final Release RELEASE =
      new Release("b2b", 3, 1_700_000_000_000L, "model: b2b # 価格\n", "ab12");

  /** RELEASE as the first release of the job wrote it. */
  private static final String LAYOUT_1 =
      "010362326200000000000000030000018bcfe56800146d6f64656c3a20623262202320e4"
          + "bea1e6a0bc0a0461623132";

  private final ReleaseSerializer serializer = new ReleaseSerializer();

  @Test
  void givesBackEveryField() throws IOException {
    assertThat(Frozen.value(serializer, Frozen.value(serializer, RELEASE))).isEqualTo(RELEASE);
  }

  @Test
  void readsWhatTheFirstReleaseWrote() throws IOException {
    assertThat(Frozen.value(serializer, LAYOUT_1)).isEqualTo(RELEASE);
  }
}
