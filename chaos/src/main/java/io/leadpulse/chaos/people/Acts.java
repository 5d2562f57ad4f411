package io.leadpulse.chaos.people;

import io.leadpulse.chaos.people.Line.Attendance;
import io.leadpulse.chaos.people.Line.Change;
import io.leadpulse.chaos.people.Line.Mail;
import io.leadpulse.chaos.people.Line.Page;
import io.leadpulse.chaos.people.Line.Portrait;
import io.leadpulse.chaos.people.Line.Sale;
import io.leadpulse.chaos.people.Line.Visit;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.SalesActivityKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws what one person does, each event under an id of its own. */
final class Acts {
  private static final int LATENESS_MILLIS = 120_000;

  /** From the first click on a message to the next: no burst, and within what goes before one. */
  private static final int BETWEEN_CLICKS_MILLIS = 8_000;

  private static final int SCANNED_LINKS = 4;
  private static final int BETWEEN_SCANNED_MILLIS = 300;
  private static final List<SalesActivityKind> REPORTS =
      List.of(
          SalesActivityKind.ACCEPTED,
          SalesActivityKind.CONTACTED,
          SalesActivityKind.RECYCLED,
          SalesActivityKind.LOST);

  private final String person;
  private final SplittableRandom random;
  private int events;

  Acts(String person, SplittableRandom random) {
    this.person = person;
    this.random = random;
  }

  /** Anything that changes no verdict on what was done before. */
  Line any(String lead) {
    int draw = random.nextInt(20);
    return switch (draw) {
      case 7 -> visit(lead, random.nextInt(4) == 0 ? Page.CONTACT : Page.OWN_STAFF);
      case 15 -> new Sale(id(), late(), lead, REPORTS.get(random.nextInt(REPORTS.size())));
      case 16 ->
          new Portrait(id(), late(), lead, random.nextBoolean() ? "executive" : "staff", "", "");
      default -> interest(lead, draw);
    };
  }

  /** The same of what the lead itself does, but asking to be contacted. */
  Line interest(String lead) {
    return interest(lead, random.nextInt(20));
  }

  private Line interest(String lead, int draw) {
    return switch (draw) {
      case 0, 1, 2, 3 -> visit(lead, Page.PRICE);
      case 4, 5, 6 -> visit(lead, Page.DOCUMENT_REQUEST);
      case 8, 9, 10 -> new Attendance(id(), late(), lead, "webinar-" + random.nextInt(4));
      case 11, 12 -> mail(lead, EmailEngagementKind.CLICK, message(), "1");
      case 13 -> mail(lead, EmailEngagementKind.OPEN, message(), "");
      case 14 -> mail(lead, EmailEngagementKind.REPLY, message(), "");
      default -> page(lead);
    };
  }

  /** Asks to be contacted. */
  Line contact(String lead) {
    return visit(lead, Page.CONTACT);
  }

  /** What is known of a lead, and of sales' people in charge of it. */
  Line portrait(String lead, String role, String owner, String team) {
    return new Portrait(id(), late(), lead, role, owner, team);
  }

  Line page(String lead) {
    return visit(lead, Page.OTHER);
  }

  private Line visit(String lead, Page page) {
    return new Visit(id(), late(), lead, "", page, Integer.toString(random.nextInt(5)));
  }

  /** A page of somebody of whom only the browser is known. */
  Line anonymous(String visitor) {
    Page page = random.nextInt(3) == 0 ? Page.PRICE : Page.OTHER;
    return new Visit(id(), late(), "", visitor, page, Integer.toString(random.nextInt(5)));
  }

  /** Whose a browser is, told by a form or by a record of its own. */
  Line link(String lead, String visitor) {
    return random.nextBoolean()
        ? new Visit(id(), late(), lead, visitor, Page.DOCUMENT_REQUEST, "0")
        : new Change(id(), late(), IdentityChangeKind.LINK, lead, visitor);
  }

  Line merge(String lead, String into) {
    return new Change(id(), late(), IdentityChangeKind.MERGE, lead, into);
  }

  Line split(String lead) {
    return new Change(id(), late(), IdentityChangeKind.SPLIT, lead, "");
  }

  Line erase(String lead) {
    return new Change(id(), late(), IdentityChangeKind.ERASE, lead, "");
  }

  /** A message that is delivered and clicked on twice, as a person may do. */
  List<Line> clicks(String lead) {
    String message = message();
    Line delivered = mail(lead, EmailEngagementKind.DELIVERED, message, "");
    Line first = click(lead, message, "1", new When(delivered.eventId(), 5_000));
    return List.of(
        delivered,
        first,
        click(lead, message, "2", new When(first.eventId(), BETWEEN_CLICKS_MILLIS)));
  }

  /**
   * A scanner that follows the links of a message, so that the clicks before were its own too.
   *
   * @param clicks on the message
   * @param leads under any of whose ids the scanner comes
   */
  List<Line> scan(List<Line> clicks, List<String> leads) {
    Mail last = (Mail) clicks.get(clicks.size() - 1);
    long at = 5_000 + random.nextInt(25_000);
    List<Line> lines = new ArrayList<>();
    for (int link = 0; link < SCANNED_LINKS; link++) {
      String lead = leads.get(random.nextInt(leads.size()));
      When when = new When(last.eventId(), at + (long) link * BETWEEN_SCANNED_MILLIS);
      lines.add(click(lead, last.message(), "scanned-" + link, when));
    }
    if (random.nextBoolean()) {
      lines.add(landing((Mail) lines.get(0), Page.LANDING));
    }
    return lines;
  }

  /** A page that a person reads after the last of some clicks, which proves it. */
  Line read(List<Line> clicks) {
    return landing((Mail) clicks.get(clicks.size() - 1), Page.READ_LANDING);
  }

  private Line landing(Mail click, Page page) {
    return new Visit(
        id(),
        new When(click.eventId(), 1_500),
        click.leadId(),
        "",
        page,
        click.message() + "/" + click.link());
  }

  private Line mail(String lead, EmailEngagementKind kind, String message, String link) {
    return new Mail(id(), late(), lead, kind, message, link);
  }

  private Line click(String lead, String message, String link, When when) {
    return new Mail(id(), when, lead, EmailEngagementKind.CLICK, message, link);
  }

  private String message() {
    return person + "-mail-" + events;
  }

  private When late() {
    return When.soon(-random.nextInt(LATENESS_MILLIS));
  }

  private String id() {
    events++;
    return person + "-" + events;
  }
}
