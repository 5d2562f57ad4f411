package io.leadpulse.intake.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.intake.IntakeFormat;
import io.leadpulse.intake.Reading;
import io.leadpulse.intake.row.Fault;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.WebinarEngagementKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksTest {
  private static final String TARO = "\"email\":\"Taro@example.com\",\"registrant_id\":\"r-1\"";

  @Test
  void readsARegistration() {
    WebinarEngagement event = read(registration("created")).event(WebinarEngagement.class);
    assertThat(event.getKind()).isEqualTo(WebinarEngagementKind.REGISTERED);
    assertThat(event.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
    assertThat(event.getLeadId()).isEqualTo(Reading.ids().lead("taro@example.com"));
    assertThat(event.getWebinarId()).isEqualTo("81234567890");
    assertThat(event.getTitle()).isEqualTo("Safe factories");
    assertThat(event.getScheduledMinutes()).isEqualTo(60);
    assertThat(event.getCampaign()).isEqualTo("fair");
    assertThat(event).asString().doesNotContainIgnoringCase("taro");
  }

  @Test
  void aRegistrationAndItsApprovalAreOneEvent() {
    String created = read(registration("created")).event(WebinarEngagement.class).getEventId();
    assertThat(read(registration("approved")).event(WebinarEngagement.class).getEventId())
        .isEqualTo(created);
    WebinarEngagement cancelled = read(registration("cancelled")).event(WebinarEngagement.class);
    assertThat(cancelled.getKind()).isEqualTo(WebinarEngagementKind.CANCELLED);
    assertThat(cancelled.getEventId()).isNotEqualTo(created);
  }

  @Test
  void comingsAndGoingsOfOnePersonAreOneAttendance() {
    Reading reading =
        Reading.of(IntakeFormat.ZOOM_WEBINAR)
            .text(moved("left", "leave_time", "10:50:30", TARO))
            .text(moved("joined", "join_time", "10:05:00", TARO))
            .text(moved("joined", "join_time", "10:40:00", TARO))
            .text(moved("left", "leave_time", "10:20:00", TARO));
    assertThat(reading.rows()).isEmpty();
    WebinarEngagement event = reading.finish().event(WebinarEngagement.class);
    assertThat(event.getKind()).isEqualTo(WebinarEngagementKind.ATTENDED);
    assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2024-02-03T10:05:00Z"));
    assertThat(event.getMinutes()).isEqualTo(25);
    assertThat(event.getScheduledMinutes()).isEqualTo(60);
  }

  @Test
  void peopleAndWebinarsAreKeptApart() {
    String joined = moved("joined", "join_time", "10:05:00", TARO);
    Reading reading =
        read(joined + joined.replace("Taro", "jiro") + joined.replace("u-1", "u-2")).finish();
    assertThat(reading.events(WebinarEngagement.class)).hasSize(3);
  }

  @Test
  void aPersonWithoutAddressIsKnownByTheRegistration() {
    WebinarEngagement event =
        read(moved("joined", "join_time", "10:05:00", "\"email\":\"\",\"registrant_id\":\"r-1\""))
            .finish()
            .event(WebinarEngagement.class);
    assertThat(event.getLeadId()).isEqualTo(Reading.ids().exactLead("r-1"));
  }

  @Test
  void takesTheWebhooksTimeWhereTheMoveHasNone() {
    WebinarEngagement event =
        read(moved("joined", "other", "10:05:00", TARO)).finish().event(WebinarEngagement.class);
    assertThat(event.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
  }

  @Test
  void aFeedbackIsAnAnswer() {
    WebinarEngagement event =
        read(webhook(
                "participant_feedback",
                "\"participant\":{" + TARO + ",\"feedback\":{\"satisfied\":true}}"))
            .event(WebinarEngagement.class);
    assertThat(event.getKind()).isEqualTo(WebinarEngagementKind.SURVEY_ANSWERED);
    assertThat(event.getAnswers()).containsOnly(java.util.Map.entry("satisfied", "yes"));
  }

  @ParameterizedTest
  @CsvSource({"started", "ended", "updated", "registration_denied", "chat_message_sent"})
  void whatTheHostOrZoomDidIsNoEngagement(String event) {
    Reading reading = read(webhook(event, "\"a\":1")).finish();
    assertThat(reading.reasons()).containsExactly("this webinar event is no engagement");
    assertThat(reading.rejected().get(0).fault()).isEqualTo(Fault.NO_ENGAGEMENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"event\":\"meeting.started\"} | event: not of a webinar",
        "{\"event\":\"webinar.registration_created\"} | email: missing, and no id of a registrant",
        "{\"event\":\"webinar.participant_left\",\"payload\":{\"object\":{\"participant\":{\"email\":\"a@b.c\"}}}}"
            + " | leave_time: no time with an offset from UTC",
        "{\"event\":\"webinar.participant_feedback\",\"payload\":7} | satisfied: missing",
        "{\"a\":1} | neither a webhook nor a report of Zoom's"
      })
  void saysWhyARowIsRefused(String json, String reason) {
    assertThat(read(json).finish().reasons()).containsExactly(reason);
  }

  private static String registration(String what) {
    return webhook(
        "registration_" + what,
        "\"registrant\":{\"id\":\"r-1\",\"email\":\"Taro@example.com\",\"last_name\":\"Taro\","
            + "\"tracking_source\":{\"source_name\":\"fair\"}}");
  }

  private static String moved(String what, String timeField, String time, String person) {
    return webhook(
        "participant_" + what,
        "\"participant\":{%s,\"%s\":\"2024-02-03T%sZ\"}".formatted(person, timeField, time));
  }

  private static String webhook(String event, String fields) {
    return """
        {"event":"webinar.%s","event_ts":1700000000000,"payload":{"object":{"id":81234567890,
         "uuid":"u-1","topic":"Safe factories","start_time":"2024-02-03T10:00:00Z","duration":60,
         %s}}}
        """
        .formatted(event, fields);
  }

  private static Reading read(String json) {
    return Reading.of(IntakeFormat.ZOOM_WEBINAR).text(json);
  }
}
