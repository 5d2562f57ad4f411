package io.leadpulse.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileSerializerTest {
  private static final Profile FULL =
      new Profile(
          1_700_000_000_123L,
          "acct-7",
          "株式会社みどり",
          "情報システム部",
          "executive",
          "JP",
          "manufacturing",
          420,
          "sato",
          "east",
          Exclusion.PARTNER,
          true,
          true,
          Map.of("budget", "confirmed", "authority", "no"));

  /** FULL as the first release wrote it. */
  private static final String FULL_LAYOUT_1 =
      "010000018bcfe5687b06616363742d3715e6a0aae5bc8fe4bc9ae7a4bee381bfe381a9e3"
          + "828a15e68385e5a0b1e382b7e382b9e38386e383a0e983a809657865637574697665024a"
          + "500d6d616e75666163747572696e67000001a4047361746f046561737402010102096175"
          + "74686f72697479026e6f0662756467657409636f6e6669726d6564";

  private final ProfileSerializer serializer = new ProfileSerializer();

  @Test
  void givesBackEveryField() throws IOException {
    assertThat(Frozen.value(serializer, Frozen.value(serializer, FULL))).isEqualTo(FULL);
  }

  @Test
  void givesBackAProfileThatSaysNothing() throws IOException {
    assertThat(Frozen.value(serializer, Frozen.value(serializer, Profile.UNKNOWN)))
        .isEqualTo(Profile.UNKNOWN);
  }

  @Test
  void takesTextsOfAnyLength() throws IOException {
    Profile wordy =
        new Profile(
            0,
            "",
            "あ".repeat(70_000),
            "",
            "",
            "",
            "",
            0,
            "",
            "",
            Exclusion.NONE,
            false,
            false,
            Map.of());
    assertThat(Frozen.value(serializer, Frozen.value(serializer, wordy))).isEqualTo(wordy);
  }

  @Test
  void readsWhatTheFirstReleaseWrote() throws IOException {
    assertThat(Frozen.value(serializer, FULL_LAYOUT_1)).isEqualTo(FULL);
  }

  @Test
  void refusesALayoutItDoesNotKnow() {
    assertThatThrownBy(() -> Frozen.value(serializer, "02" + FULL_LAYOUT_1.substring(2)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("layout 2");
  }
}
