package io.leadpulse.jobs.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngagementOutputTest {
  private static final byte[] TEXTS = "e-1 料金".getBytes(StandardCharsets.UTF_8);

  private final EngagementOutput out = new EngagementOutput();

  @Test
  void whatIsTakenIsFoundInTheEngagement() {
    out.text(EngagementField.EVENT_ID, TEXTS, 0, 3);
    out.text(EngagementField.TITLE, TEXTS, 4, 6);
    out.number(EngagementField.MINUTES, -7);
    out.texts(EngagementField.ANSWERS, Map.of("q", "a"));
    out.flag(EngagementField.OWN_STAFF, true);
    assertThat(engagement())
        .isEqualTo(
            Engagement.of(EventKind.ATTENDED, "lead-1", "e-1")
                .occurredAt(1)
                .recordedAt(2)
                .title("料金")
                .minutes(-7)
                .answers(Map.of("q", "a"))
                .ownStaff(true)
                .build());
  }

  @Test
  void nothingIsLeftOfTheOneBefore() {
    out.text(EngagementField.PATH, TEXTS, 0, 3);
    out.take();
    out.text(EngagementField.EVENT_ID, TEXTS, 0, 3);
    out.number(EngagementField.STATUS, 0);
    out.flag(EngagementField.BOT_CLICK, false);
    assertThat(engagement())
        .isEqualTo(
            Engagement.of(EventKind.ATTENDED, "lead-1", "e-1").occurredAt(1).recordedAt(2).build());
  }

  @Test
  void anotherOrderThanThatOfTheFieldsIsAFaultOfOurs() {
    out.text(EngagementField.TITLE, TEXTS, 0, 3);
    assertThatIllegalStateException()
        .isThrownBy(() -> out.text(EngagementField.PATH, TEXTS, 0, 3))
        .withMessageContaining("PATH");
  }

  private Engagement engagement() {
    return new Engaged(0, 0, EventKind.ATTENDED, "lead-1", "", 1, 2, out.take()).engagement();
  }
}
