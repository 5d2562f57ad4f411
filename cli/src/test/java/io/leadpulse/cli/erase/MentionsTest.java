package io.leadpulse.cli.erase;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.DeadLetter;
import io.leadpulse.schemas.DeadLetterCause;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.WebinarEngagementKind;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MentionsTest {
  private static final Instant NOON = Instant.parse("2026-01-22T03:00:00Z");

  private final LeadId lead = new LeadId("lead-7");

  @Test
  void findsALeadInWhateverFieldItIs() {
    assertThat(Mentions.of(lead, alert().build())).isFalse();
    assertThat(Mentions.of(lead, alert().setLeadId("lead-7").build())).isTrue();
    assertThat(Mentions.of(lead, alert().setMergedInto("lead-7").build())).isTrue();
    assertThat(Mentions.of(lead, alert().setColleagues(List.of("x", "lead-7")).build())).isTrue();
    assertThat(Mentions.of(lead, alert().setColleagues(List.of("x", "lead-70")).build())).isFalse();
  }

  @Test
  void findsALeadInTheEntriesOfAMap() {
    WebinarEngagement.Builder webinar =
        WebinarEngagement.newBuilder()
            .setEventId("e")
            .setOccurredAt(NOON)
            .setKind(WebinarEngagementKind.ATTENDED);
    assertThat(Mentions.of(lead, webinar.setAnswers(Map.of("q", "lead-7")).build())).isTrue();
    assertThat(Mentions.of(lead, webinar.setAnswers(Map.of("q", "a")).build())).isFalse();
  }

  @Test
  void findsALeadInTheBytesOfADeadLetter() {
    byte[] refused =
        new RecordEncoder<>(Topics.WEB_ACCESS)
            .encode(
                WebAccess.newBuilder()
                    .setEventId("e")
                    .setOccurredAt(NOON)
                    .setLeadId("lead-7")
                    .setKind(WebAccessKind.PAGE_VIEW)
                    .build());
    DeadLetter.Builder letter =
        DeadLetter.newBuilder().setSourceTopic("x").setCause(DeadLetterCause.FUTURE_TIMESTAMP);
    assertThat(Mentions.of(lead, letter.setValue(ByteBuffer.wrap(refused)).build())).isTrue();
    assertThat(Mentions.of(lead, letter.setValue(ByteBuffer.wrap(new byte[9])).build())).isFalse();
  }

  @Test
  void findsALeadInBytesThatNobodyCanRead() {
    assertThat(Mentions.of(lead, "?lead-7?".getBytes())).isTrue();
    assertThat(Mentions.of(lead, new byte[0])).isFalse();
    assertThat(Mentions.of(lead, null)).isFalse();
  }

  private static HotLeadAlert.Builder alert() {
    return HotLeadAlert.newBuilder()
        .setAlertId("a")
        .setMessageId("m")
        .setType(AlertType.RAISED)
        .setLeadId("lead-1")
        .setScorecard("card")
        .setOccurredAt(NOON)
        .setIntentMilli(1);
  }
}
