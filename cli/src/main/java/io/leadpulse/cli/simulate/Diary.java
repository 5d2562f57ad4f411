package io.leadpulse.cli.simulate;

import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.OfflineEngagement;
import io.leadpulse.schemas.OfflineEngagementKind;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.WebinarEngagementKind;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What one person does, written down in any order and read in the order of time. Begins the records
 * with what is known of the person; the scenes add the rest.
 */
final class Diary {
  private final Person person;
  private final RandomGenerator random;
  private final long end;
  private final PriorityQueue<Event> entries = new PriorityQueue<>(8);
  private int ids;
  private int written;

  /**
   * @param end what would happen after this instant is not written down
   */
  Diary(Person person, RandomGenerator random, long end) {
    this.person = person;
    this.random = random;
    this.end = end;
  }

  Person person() {
    return person;
  }

  RandomGenerator random() {
    return random;
  }

  String nextSession() {
    return nextId("s");
  }

  String nextMessage() {
    return nextId("m");
  }

  void write(long at, Subject<?> subject, SpecificRecord value) {
    if (at <= end) {
      entries.add(new Event(at, written++, subject, value));
    }
  }

  /** The earliest entry, taken out; null if there is none. */
  @Nullable Event poll() {
    return entries.poll();
  }

  /** When the earliest entry is; {@link Long#MAX_VALUE} if there is none. */
  long nextAt() {
    Event next = entries.peek();
    return next == null ? Long.MAX_VALUE : next.at();
  }

  int size() {
    return entries.size();
  }

  WebAccess.Builder web(long at, WebAccessKind kind) {
    return WebAccess.newBuilder()
        .setEventId(nextId("e"))
        .setOccurredAt(Instant.ofEpochMilli(at))
        .setLeadId(person.leadId())
        .setVisitorId(person.visitorId())
        .setKind(kind)
        .setUserAgent(person.device().agent())
        .setIp(person.ip())
        .setOwnStaff(person.persona().isOwnStaff());
  }

  EmailEngagement.Builder mail(long at, EmailEngagementKind kind) {
    return EmailEngagement.newBuilder()
        .setEventId(nextId("e"))
        .setOccurredAt(Instant.ofEpochMilli(at))
        .setLeadId(person.leadId())
        .setKind(kind)
        .setOwnStaff(person.persona().isOwnStaff());
  }

  WebinarEngagement.Builder webinar(long at, WebinarEngagementKind kind) {
    return WebinarEngagement.newBuilder()
        .setEventId(nextId("e"))
        .setOccurredAt(Instant.ofEpochMilli(at))
        .setLeadId(person.leadId())
        .setKind(kind)
        .setOwnStaff(person.persona().isOwnStaff());
  }

  OfflineEngagement.Builder offline(long at, OfflineEngagementKind kind) {
    return OfflineEngagement.newBuilder()
        .setEventId(nextId("e"))
        .setOccurredAt(Instant.ofEpochMilli(at))
        .setLeadId(person.leadId())
        .setKind(kind)
        .setOwnStaff(person.persona().isOwnStaff());
  }

  SalesActivity.Builder sales(long at, SalesActivityKind kind) {
    return SalesActivity.newBuilder()
        .setEventId(nextId("e"))
        .setOccurredAt(Instant.ofEpochMilli(at))
        .setLeadId(person.leadId())
        .setKind(kind)
        .setOwner(person.owner())
        .setTeam(person.team());
  }

  private String nextId(String kind) {
    return person.leadId() + "-" + kind + ids++;
  }
}
