package io.leadpulse.intake.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.intake.source.EventTime;
import io.leadpulse.intake.source.Refused;
import io.leadpulse.intake.source.Texts;
import java.time.Instant;
import java.time.ZoneOffset;

/** Reads the report of who was at a webinar: a line for each time that someone came and went. */
final class ParticipantsReader {
  private static final String JOINED = "join_time";

  private final Engagements engagements;
  private final Attendances attendances;

  ParticipantsReader(Engagements engagements, Attendances attendances) {
    this.engagements = engagements;
    this.attendances = attendances;
  }

  void read(JsonNode participants, Webinar webinar, Rows rows) {
    Webinar known = webinar.id().isEmpty() ? webinar.withId(dayOf(participants)) : webinar;
    rows.each(participants, item -> readStay(item, known, rows));
  }

  private void readStay(JsonNode item, Webinar webinar, Rows rows) throws Refused {
    if (Texts.of(item, "status").equals("in_waiting_room")) {
      throw Refused.noEngagement("a stay in the waiting room");
    }
    Person person = engagements.person(item, "registrant_id", "participant_user_id");
    long joined = EventTime.required(item, JOINED);
    // Where the going is missing, Zoom's duration is in seconds.
    long left =
        EventTime.optional(
            item, "leave_time", joined + Math.max(0, item.path("duration").asLong()) * 1000);
    Attendance attendance = attendances.of(webinar, person, rows.outlet());
    attendance.join(joined);
    attendance.leave(Math.max(joined, left));
  }

  /** Without any id, webinars of different days are still different ones. */
  private static String dayOf(JsonNode participants) {
    long first = Long.MAX_VALUE;
    for (JsonNode item : participants) {
      first = Math.min(first, EventTime.optional(item, JOINED, Long.MAX_VALUE));
    }
    return first == Long.MAX_VALUE
        ? ""
        : "on-" + Instant.ofEpochMilli(first).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
