package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Actor;
import io.leadpulse.cli.truth.Setting;
import io.leadpulse.cli.truth.Truth;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.IdentityChangeKind;
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
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What one person does, written down in any order and read in the order of time. Begins the records
 * with what is known of the person; the scenes add the rest.
 */
final class Diary {
  /** Share of what a person does on the browser it uses most; an assumption. */
  private static final double USUAL = 0.7;

  private final Person person;
  private final RandomGenerator random;
  private final Cookies cookies;
  private final PriorityQueue<Event> entries = new PriorityQueue<>(8);
  private long end;
  private int written;

  /**
   * @param end what would happen after this instant is not written down
   */
  Diary(Person person, RandomGenerator random, long end) {
    this.person = person;
    this.random = random;
    this.end = end;
    cookies = new Cookies(person);
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

  /** A cookie that a client without one is given. */
  String nextVisitor() {
    return nextId(Props.VISITOR);
  }

  String nextMessage() {
    return nextId("m");
  }

  /** What the person does itself; for the vendor's own people all of it is office work. */
  Doing own(Setting setting) {
    return person.persona().isOwnStaff()
        ? new Doing(Actor.STAFF, Setting.OFFICE, person.leadId(), Naming.BY_COOKIE)
        : new Doing(Actor.HUMAN, setting, person.leadId(), Naming.BY_COOKIE);
  }

  /** The browser that the person takes this time, mostly the same. */
  Browser anyBrowser() {
    return Chance.of(random, USUAL) ? person.browser() : Chance.pick(random, browsers());
  }

  private List<Browser> browsers() {
    return person.equipment().browsers();
  }

  void write(long at, Subject<?> subject, SpecificRecord value, Doing doing) {
    if (at <= end) {
      Truth truth = doing.truth(Fields.eventId(value));
      entries.add(new Event(at, written++, subject, value, truth, doing.naming()));
    }
  }

  /** Lets nothing happen after an instant, what is written down already included. */
  void close(long at) {
    end = Math.min(end, at);
    entries.removeIf(event -> event.at() > end);
  }

  /** The earliest entry, taken out; null if there is none. */
  @Nullable Event poll() {
    Event next = entries.poll();
    return next == null ? null : cookies.record(next);
  }

  /** When the earliest entry is; {@link Long#MAX_VALUE} if there is none. */
  long nextAt() {
    Event next = entries.peek();
    return next == null ? Long.MAX_VALUE : next.at();
  }

  int size() {
    return entries.size();
  }

  /** An access that names no lead yet. */
  WebAccess.Builder web(long at, WebAccessKind kind, Browser browser) {
    return WebAccess.newBuilder()
        .setEventId(nextId("e"))
        .setOccurredAt(Instant.ofEpochMilli(at))
        .setVisitorId(browser.visitorId())
        .setKind(kind)
        .setUserAgent(browser.agent())
        .setIp(browser.ip());
  }

  EmailEngagement.Builder mail(long at, EmailEngagementKind kind) {
    return EmailEngagement.newBuilder()
        .setEventId(nextId("e"))
        .setOccurredAt(Instant.ofEpochMilli(at))
        .setLeadId(person.leadId())
        .setKind(kind)
        .setOwnStaff(person.isMarked());
  }

  WebinarEngagement.Builder webinar(long at, WebinarEngagementKind kind) {
    return WebinarEngagement.newBuilder()
        .setEventId(nextId("e"))
        .setOccurredAt(Instant.ofEpochMilli(at))
        .setLeadId(person.leadId())
        .setKind(kind)
        .setOwnStaff(person.isMarked());
  }

  OfflineEngagement.Builder offline(long at, OfflineEngagementKind kind) {
    return OfflineEngagement.newBuilder()
        .setEventId(nextId("e"))
        .setOccurredAt(Instant.ofEpochMilli(at))
        .setLeadId(person.leadId())
        .setKind(kind)
        .setOwnStaff(person.isMarked());
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

  IdentityChange.Builder identity(long at, IdentityChangeKind kind) {
    return IdentityChange.newBuilder()
        .setEventId(nextId("i"))
        .setOccurredAt(Instant.ofEpochMilli(at))
        .setLeadId(person.leadId())
        .setKind(kind);
  }

  private String nextId(String kind) {
    return Chance.id(random, kind);
  }
}
