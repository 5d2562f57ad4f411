package io.leadpulse.jobs.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AnonymousFormatTest {
  private static final int SEEDS = 500;

  @Test
  void whatWaitedIsTheEngagementThatCameButForItsLead() {
    RandomInputs random = new RandomInputs(1);
    for (int i = 0; i < SEEDS; i++) {
      if (random.next() instanceof Engaged engaged) {
        Engaged found = AnonymousFormat.read("ada", AnonymousFormat.write(engaged.by("")));
        assertThat(found).isEqualTo(engaged.by("ada"));
        assertThat(found.leadId()).isEqualTo("ada");
        assertThat(found.hash()).isEqualTo(engaged.hash());
      }
    }
  }

  /** What savepoints of the first release hold. */
  @Test
  void readsTheFirstLayout() {
    String head = "01" + "04" + "c801" + "00" + "80f087a6816c" + "d00f" + "1a";
    String fields = "00000003" + "03652d31" + "042f612f62";
    byte[] stored = HexFormat.of().parseHex(head + fields);
    Engagement expected =
        Engagement.of(EventKind.PAGE_VIEW, "ada", "e-1")
            .occurredAt(1_855_600_000_000L - 1_000)
            .recordedAt(1_855_600_000_000L)
            .path("/a/b")
            .build();
    assertThat(AnonymousFormat.read("ada", stored)).isEqualTo(new Engaged(2, 100, expected));
    assertThat(AnonymousFormat.write(new Engaged(2, 100, expected))).isEqualTo(stored);
  }

  /** By position in savepoints: add at the end, change none. */
  @Test
  void fieldsKeepTheirPlaces() {
    assertThat(Arrays.stream(EngagementField.values()).map(Enum::name).limit(23))
        .containsExactly(
            "EVENT_ID",
            "PATH",
            "FORM",
            "ASSET",
            "TITLE",
            "TOPIC",
            "CAMPAIGN",
            "LINK",
            "MESSAGE",
            "WEBINAR",
            "SESSION",
            "SEARCH_TERMS",
            "METHOD",
            "STATUS",
            "MINUTES",
            "SCHEDULED_MINUTES",
            "DWELL_SECONDS",
            "SCROLL_PERCENT",
            "OUTCOME",
            "ANSWERS",
            "MACHINE_OPEN",
            "BOT_CLICK",
            "OWN_STAFF");
  }

  @Test
  void refusesWhatALaterReleaseWrote() {
    assertThatIllegalStateException()
        .isThrownBy(() -> AnonymousFormat.read("ada", new byte[] {2}))
        .withMessageContaining("layout 2");
  }
}
