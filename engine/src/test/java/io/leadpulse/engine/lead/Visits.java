package io.leadpulse.engine.lead;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random mails, clicks and visits of one lead within two days, by people and by machines. */
final class Visits {
  static final long START = Hours.startMillis(490_000);
  private static final long SPAN = 48 * Hours.MILLIS;
  private static final String[] PATHS = {
    "/blog/a", "/pricing", "/product/x", "/case/y", "/d", "/e"
  };

  private final SplittableRandom random;
  private final String lead;
  private final List<LeadLog.Input> inputs = new ArrayList<>();

  Visits(SplittableRandom random) {
    this(random, LeadLog.LEAD);
  }

  private Visits(SplittableRandom random, String lead) {
    this.random = random;
    this.lead = lead;
  }

  /** Whatever may happen, near each other in time, so that all rules find something. */
  static List<LeadLog.Input> anything(SplittableRandom random) {
    return anything(random, LeadLog.LEAD);
  }

  /** The same of a certain lead. */
  static List<LeadLog.Input> anything(SplittableRandom random, String lead) {
    Visits visits = new Visits(random, lead);
    int scenes = 1 + random.nextInt(3);
    for (int i = 0; i < scenes; i++) {
      long at = START + random.nextLong(SPAN);
      int events = random.nextInt(12);
      for (int j = 0; j < events; j++) {
        visits.any(at + random.nextLong(random.nextBoolean() ? 4_000 : 90_000));
      }
    }
    return visits.inputs;
  }

  private void any(long at) {
    switch (random.nextInt(8)) {
      case 0 -> add(mail(EventKind.DELIVERED, at));
      case 1 -> add(mail(EventKind.OPEN, at).machineOpen(random.nextInt(4) == 0));
      case 2, 3, 4 -> add(mail(EventKind.CLICK, at).link(link()).botClick(random.nextInt(9) == 0));
      case 5 -> add(mail(EventKind.UNSUBSCRIBE, at));
      default -> add(page(at, random.nextInt(3), random.nextInt(3) == 0));
    }
  }

  /** A person's mail with a click, read with care; no machine comes near it. */
  List<LeadLog.Input> byPerson() {
    long at = START + random.nextLong(SPAN);
    add(mail(EventKind.DELIVERED, at));
    at += 600_000;
    String path = path();
    add(mail(EventKind.CLICK, at).message("person").link("https://site.example" + path));
    int pages = random.nextInt(4);
    for (int i = 0; i < pages; i++) {
      at += 20_000;
      add(page(at, 7, true).path(i == 0 ? path : path()));
    }
    return inputs;
  }

  /** A scanner that follows most links within a second and fetches some of their pages. */
  List<LeadLog.Input> byScanner(long near) {
    long at = near + 2 * Hours.MILLIS + random.nextLong(SPAN);
    int links = 3 + random.nextInt(4);
    for (int i = 0; i < links; i++) {
      long click = at + random.nextLong(900);
      String path = PATHS[i % PATHS.length];
      String link = "https://site.example" + path;
      add(mail(EventKind.CLICK, click).message("scanned").link(link));
      if (random.nextBoolean()) {
        add(page(click + 1 + random.nextLong(500), 9, false).path(path));
      }
    }
    return inputs;
  }

  private String path() {
    return PATHS[random.nextInt(PATHS.length)];
  }

  private String link() {
    return "https://site.example" + path();
  }

  private EngagementBuilder mail(EventKind kind, long at) {
    return event(kind, at).message("m" + random.nextInt(2));
  }

  private EngagementBuilder page(long at, int session, boolean read) {
    return event(EventKind.PAGE_VIEW, at)
        .path(path())
        .session("s" + session)
        .dwellSeconds(read ? 20 : 0)
        .scrollPercent(read ? 50 : 0);
  }

  private EngagementBuilder event(EventKind kind, long at) {
    String id = "v" + random.nextLong();
    return Engagement.of(kind, lead, id)
        .occurredAt(at)
        .recordedAt(START + SPAN + random.nextLong(20 * Hours.MILLIS));
  }

  private void add(EngagementBuilder event) {
    inputs.add(new LeadLog.Act(event.build()));
  }
}
