package io.leadpulse.intake.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.intake.source.Refused;
import io.leadpulse.intake.source.Texts;
import io.leadpulse.schemas.WebinarEngagementKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what one person answered in polls and surveys. */
final class AnswersReader {
  private final Engagements engagements;

  AnswersReader(Engagements engagements) {
    this.engagements = engagements;
  }

  /** A poll is a row, however many questions it has. */
  void readPolls(JsonNode item, Webinar webinar, Rows rows) throws Refused {
    Map<String, Answers> byPoll = new LinkedHashMap<>();
    for (JsonNode detail : item.path("question_details")) {
      byPoll
          .computeIfAbsent(Texts.of(detail, "polling_id"), id -> new Answers(webinar.startedAt()))
          .add(detail);
    }
    for (Map.Entry<String, Answers> poll : byPoll.entrySet()) {
      send(
          WebinarEngagementKind.POLL_ANSWERED, webinar, item, poll.getValue(), poll.getKey(), rows);
    }
  }

  void readSurvey(JsonNode item, Webinar webinar, String surveyId, Rows rows) throws Refused {
    Answers answers = new Answers(webinar.startedAt());
    item.path("answer_details").forEach(answers::add);
    send(WebinarEngagementKind.SURVEY_ANSWERED, webinar, item, answers, surveyId, rows);
  }

  private void send(
      WebinarEngagementKind kind,
      Webinar webinar,
      JsonNode item,
      Answers answers,
      String identity,
      Rows rows)
      throws Refused {
    Person person = engagements.person(item);
    rows.send(
        engagements
            .begin(kind, webinar, person, answers.givenAt(), identity)
            .setAnswers(answers.codes())
            .build());
  }
}
