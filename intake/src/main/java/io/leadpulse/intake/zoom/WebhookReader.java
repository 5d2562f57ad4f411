package io.leadpulse.intake.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.intake.source.EventTime;
import io.leadpulse.intake.source.Refused;
import io.leadpulse.intake.source.Texts;
import io.leadpulse.schemas.WebinarEngagementKind;
import java.util.Map;

/** Reads the webhooks of webinars. */
final class WebhookReader {
  private static final String SENT_AT = "event_ts";

  private final Engagements engagements;
  private final Attendances attendances;

  WebhookReader(Engagements engagements, Attendances attendances) {
    this.engagements = engagements;
    this.attendances = attendances;
  }

  void read(JsonNode webhook, Rows rows) throws Refused {
    String event = Texts.of(webhook, "event");
    long sentAt = EventTime.optional(webhook, SENT_AT, 0);
    JsonNode object = webhook.path("payload").path("object");
    switch (event) {
      // Approval is the host's act; it stands for the registration where only it was told.
      case "webinar.registration_created", "webinar.registration_approved" ->
          readRegistration(WebinarEngagementKind.REGISTERED, webhook, object, rows);
      case "webinar.registration_cancelled" ->
          readRegistration(WebinarEngagementKind.CANCELLED, webhook, object, rows);
      case "webinar.participant_joined" -> readMove(object, "join_time", sentAt, rows);
      case "webinar.participant_left" -> readMove(object, "leave_time", sentAt, rows);
      case "webinar.participant_feedback" -> readFeedback(webhook, object, rows);
      default ->
          throw event.startsWith("webinar.")
              ? Refused.noEngagement("this webinar event")
              : Refused.unreadable("event: not of a webinar");
    }
  }

  private void readRegistration(
      WebinarEngagementKind kind, JsonNode webhook, JsonNode object, Rows rows) throws Refused {
    JsonNode registrant = object.path("registrant");
    Person person = engagements.person(registrant, "id");
    long sentAt = EventTime.required(webhook, SENT_AT);
    rows.send(
        engagements
            .begin(kind, Webinar.ofWebhook(object), person, sentAt, Texts.of(registrant, "id"))
            .setCampaign(Texts.of(registrant.path("tracking_source"), "source_name"))
            .build());
  }

  private void readMove(JsonNode object, String timeField, long sentAt, Rows rows) throws Refused {
    JsonNode participant = object.path("participant");
    Person person = engagements.person(participant, "registrant_id", "participant_user_id");
    long at = EventTime.optional(participant, timeField, sentAt);
    if (at == 0) {
      throw Refused.unreadable(timeField + ": no time with an offset from UTC");
    }
    Attendance attendance = attendances.of(Webinar.ofWebhook(object), person, rows.outlet());
    if (timeField.equals("join_time")) {
      attendance.join(at);
    } else {
      attendance.leave(at);
    }
  }

  private void readFeedback(JsonNode webhook, JsonNode object, Rows rows) throws Refused {
    JsonNode participant = object.path("participant");
    JsonNode satisfied = participant.path("feedback").path("satisfied");
    if (!satisfied.isBoolean()) {
      throw Refused.unreadable("satisfied: missing");
    }
    Person person = engagements.person(participant, "registrant_id", "participant_user_id");
    rows.send(
        engagements
            .begin(
                WebinarEngagementKind.SURVEY_ANSWERED,
                Webinar.ofWebhook(object),
                person,
                EventTime.required(webhook, SENT_AT),
                "feedback")
            .setAnswers(Map.of("satisfied", satisfied.booleanValue() ? "yes" : "no"))
            .build());
  }
}
