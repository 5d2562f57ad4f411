package io.leadpulse.intake.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.intake.source.EventTime;
import io.leadpulse.intake.source.Texts;

/**
 * A webinar as one of Zoom's objects has it.
 *
 * @param id the number that all its occurrences share, else the id of the occurrence; empty if
 *     unknown
 * @param occurrence id of one holding of it; the webinar's own if unknown
 * @param scheduledMinutes 0 if unknown
 * @param startedAt milliseconds; 0 if unknown
 */
record Webinar(String id, String occurrence, String title, int scheduledMinutes, long startedAt) {
  private static final int LONGEST_MINUTES = 7 * 24 * 60;

  /** As a webhook has it. */
  static Webinar ofWebhook(JsonNode object) {
    int minutes = Math.min(LONGEST_MINUTES, Math.max(0, object.path("duration").asInt()));
    return of(object, Texts.firstOf(object, "id", "uuid"), minutes);
  }

  /** As a report has it, whose duration, if any, is no schedule. */
  static Webinar ofReport(JsonNode report, String fileName) {
    String id = Texts.firstOf(report, "webinar_id", "id", "webinar_uuid", "uuid");
    return of(report, id.isEmpty() ? idIn(fileName) : id, 0);
  }

  private static Webinar of(JsonNode object, String id, int minutes) {
    String uuid = Texts.firstOf(object, "uuid", "webinar_uuid");
    long startedAt = EventTime.optional(object, "start_time", 0);
    String title = Texts.of(object, "topic");
    return new Webinar(id, uuid.isEmpty() ? id : uuid, title, minutes, startedAt);
  }

  Webinar withId(String other) {
    return new Webinar(
        other, occurrence.isEmpty() ? other : occurrence, title, scheduledMinutes, startedAt);
  }

  /**
   * The id in the name of a report's file, {@code webinar-95204914252-participants.json}. The API
   * takes it in the address and leaves it out of some answers. Empty if the name has none.
   */
  private static String idIn(String name) {
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || name.charAt(i) < '0' || name.charAt(i) > '9') {
        if (i - start >= 9 && i - start <= 12) {
          return name.substring(start, i);
        }
        start = i + 1;
      }
    }
    return "";
  }
}
