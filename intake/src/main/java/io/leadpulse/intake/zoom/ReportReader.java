package io.leadpulse.intake.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.intake.source.EventTime;
import io.leadpulse.intake.source.Refused;
import io.leadpulse.intake.source.Texts;
import io.leadpulse.schemas.WebinarEngagementKind;
import java.util.List;
import java.util.Locale;

/** Reads the reports of the REST API, which say what they are by their fields only. */
final class ReportReader {
  private static final String DETAILS = "question_details";
  private static final String ASKED_AT = "create_time";

  /** Fields of answers that describe a webinar and not what anyone did. */
  private static final List<String> DESCRIPTIONS =
      List.of(
          "polls",
          "poll_type",
          "questions",
          "custom_questions",
          "custom_survey",
          "webinars",
          "uuid",
          "join_url");

  private final Engagements engagements;
  private final ParticipantsReader participants;
  private final AnswersReader answers;

  ReportReader(Engagements engagements, Attendances attendances) {
    this.engagements = engagements;
    participants = new ParticipantsReader(engagements, attendances);
    answers = new AnswersReader(engagements);
  }

  void read(JsonNode report, String fileName, Rows rows) throws Refused {
    Webinar webinar = Webinar.ofReport(report, fileName);
    if (report.path("participants").isArray()) {
      participants.read(report.get("participants"), webinar, rows);
    } else if (report.path("registrants").isArray()) {
      readRegistrants(report.get("registrants"), webinar, fileName, rows);
    } else if (report.path("survey_answers").isArray()) {
      String surveyId = Texts.of(report, "survey_id");
      rows.each(
          report.get("survey_answers"), item -> answers.readSurvey(item, webinar, surveyId, rows));
    } else if (!report.findPath(DETAILS).isMissingNode()) {
      readQuestions(report.path("questions"), webinar, rows);
    } else {
      throw DESCRIPTIONS.stream().anyMatch(report::has)
          ? Refused.noEngagement("this report")
          : Refused.unreadable("neither a webhook nor a report of Zoom's");
    }
  }

  /** The list of those who did not come looks just like that of all; the file's name tells. */
  private void readRegistrants(JsonNode registrants, Webinar webinar, String fileName, Rows rows) {
    boolean absent = fileName.toLowerCase(Locale.ROOT).contains("absentee");
    rows.each(registrants, item -> readRegistrant(item, webinar, absent, rows));
  }

  private void readRegistrant(JsonNode item, Webinar webinar, boolean absent, Rows rows)
      throws Refused {
    if (Texts.of(item, "status").equals("denied")) {
      throw Refused.noEngagement("a registration that was denied");
    }
    Person person = engagements.person(item, "id");
    long registeredAt = EventTime.required(item, ASKED_AT);
    // The list does not say when the webinar was; he had registered before.
    long at = absent && webinar.startedAt() > 0 ? webinar.startedAt() : registeredAt;
    rows.send(
        engagements
            .begin(
                absent ? WebinarEngagementKind.NO_SHOW : WebinarEngagementKind.REGISTERED,
                webinar,
                person,
                at,
                Texts.of(item, "id"))
            .build());
  }

  private void readQuestions(JsonNode people, Webinar webinar, Rows rows) {
    boolean poll = !people.findPath("polling_id").isMissingNode();
    rows.each(
        people,
        item -> {
          if (poll) {
            answers.readPolls(item, webinar, rows);
          } else {
            readAsked(item, webinar, rows);
          }
        });
  }

  /** Each question that a person asked is a row. */
  private void readAsked(JsonNode item, Webinar webinar, Rows rows) throws Refused {
    Person person = engagements.person(item);
    rows.each(
        item.path(DETAILS),
        question -> {
          long at = EventTime.optional(question, ASKED_AT, webinar.startedAt());
          if (at == 0) {
            throw Refused.unreadable(ASKED_AT + ": missing");
          }
          String identity = Texts.firstOf(question, "question_id", "question");
          rows.send(
              engagements
                  .begin(WebinarEngagementKind.QUESTION_ASKED, webinar, person, at, identity)
                  .build());
        });
  }
}
