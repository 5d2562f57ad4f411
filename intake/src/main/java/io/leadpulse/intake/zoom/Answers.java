package io.leadpulse.intake.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.intake.source.EventTime;
import io.leadpulse.intake.source.Refused;
import io.leadpulse.intake.source.Texts;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers of one person to one poll or survey, as codes. */
final class Answers {
  private static final int LIMIT = 100;
  private static final String GIVEN_AT = "date_time";

  private final Map<String, String> codes = new LinkedHashMap<>();
  private final long startedAt;
  private long firstAt = Long.MAX_VALUE;

  /**
   * @param startedAt of the webinar, for answers without a time; 0 if unknown
   */
  Answers(long startedAt) {
    this.startedAt = startedAt;
  }

  void add(JsonNode detail) {
    firstAt = Math.min(firstAt, EventTime.optional(detail, GIVEN_AT, Long.MAX_VALUE));
    String question = Texts.of(detail, "question");
    String answer = Texts.of(detail, "answer");
    if (!question.isEmpty() && !answer.isEmpty() && codes.size() < LIMIT) {
      AnswerCode code = AnswerCode.of(question, answer);
      codes.put(code.question(), code.answer());
    }
  }

  Map<String, String> codes() {
    return codes;
  }

  /** When the first of them was given, in milliseconds. */
  long givenAt() throws Refused {
    long at = firstAt == Long.MAX_VALUE ? startedAt : firstAt;
    if (at == 0) {
      throw Refused.unreadable(GIVEN_AT + ": missing");
    }
    return at;
  }
}
