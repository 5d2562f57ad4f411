package io.leadpulse.intake.zoom;

import io.leadpulse.intake.source.Outlet;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.WebinarEngagementKind;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Attendances that may still grow. There is a bound on how many are held; beyond it the oldest
 * leave early, which may cost them minutes.
 */
final class Attendances {
  private static final int ATTENDANCE_LIMIT = 200_000;
  private static final long DAY = 24 * 3_600_000L;

  private final Engagements engagements;
  private final Map<Key, Attendance> open = new LinkedHashMap<>();

  private record Key(String occurrence, String leadId) {}

  Attendances(Engagements engagements) {
    this.engagements = engagements;
  }

  /** The attendance of a person, begun if there is none. */
  Attendance of(Webinar webinar, Person person, Outlet<WebinarEngagement> outlet) {
    if (open.size() >= ATTENDANCE_LIMIT) {
      sendOldest(outlet);
    }
    return open.computeIfAbsent(
        new Key(webinar.occurrence(), person.leadId()), key -> new Attendance(webinar, person));
  }

  /** Sends all. */
  void flush(Outlet<WebinarEngagement> outlet) {
    open.values().forEach(attendance -> send(attendance, outlet));
    open.clear();
  }

  private void sendOldest(Outlet<WebinarEngagement> outlet) {
    Iterator<Attendance> oldest = open.values().iterator();
    send(oldest.next(), outlet);
    oldest.remove();
  }

  /** A webinar that is held again has the same id; the day tells the two apart. */
  private void send(Attendance attendance, Outlet<WebinarEngagement> outlet) {
    long at = attendance.firstAt();
    outlet.send(
        attendance.person().leadId(),
        engagements
            .begin(
                WebinarEngagementKind.ATTENDED,
                attendance.webinar(),
                attendance.person(),
                at,
                Long.toString(Math.floorDiv(at, DAY)))
            .setMinutes(attendance.minutes())
            .build());
  }
}
