package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * A person reads a mail and perhaps follows links, in the ways that people have: most one link
 * once, some twice in a hurry, some in tabs, some most of what is there. The shares are
 * assumptions.
 *
 * @param followed share of those read in which a link is followed to the site, 0 to 1
 * @param leaving share of those read and not followed that end with unsubscribing, 0 to 1
 */
record Reading(double followed, double leaving) {
  private static final long SHORTEST_READ = TimeUnit.SECONDS.toMillis(8);
  private static final long LONGEST_READ = TimeUnit.SECONDS.toMillis(90);
  private static final long PAGE_LOAD = TimeUnit.SECONDS.toMillis(2);
  private static final List<List<Page>> STROLL = List.of(Site.BLOG, Site.PRODUCT);

  /** Share of the clicks that name the browser, beside the addressee. */
  private static final double COOKIE_TOLD = 0.5;

  private static final double DOUBLE_CLICKS = 0.08;
  private static final long SHORTEST_DOUBLE = 150;
  private static final long LONGEST_DOUBLE = 1_200;

  private static final double OPENS_TABS = 0.04;
  private static final long SHORTEST_TAB = 600;
  private static final long LONGEST_TAB = 2_000;

  private static final double IS_IMPATIENT = 0.03;
  private static final long SHORTEST_GLANCE = TimeUnit.SECONDS.toMillis(5);
  private static final long LONGEST_GLANCE = TimeUnit.SECONDS.toMillis(18);

  /**
   * @param opened when the mail is opened, in epoch milliseconds
   */
  void play(Diary diary, Envelope envelope, long opened) {
    RandomGenerator random = diary.random();
    Browser browser = diary.anyBrowser();
    Pictures.look(diary, envelope, opened, browser);
    long done = opened + Chance.between(random, SHORTEST_READ, LONGEST_READ);
    if (Chance.of(random, followed)) {
      int link = Chance.geometric(random, 1.8, envelope.letter().links().size()) - 1;
      Client client = client(diary, browser);
      follow(random, envelope, done, link, client);
      land(diary, envelope.letter().links().get(link), done + PAGE_LOAD, browser, client.doing());
    } else if (Chance.of(random, leaving)) {
      envelope.unsubscribe(done);
    }
  }

  /** Without a cookie where mail service and site do not know of each other, as with scanners. */
  private static Client client(Diary diary, Browser browser) {
    Doing own = diary.own(Setting.NEWSLETTER);
    boolean told =
        diary.person().equipment().visitorsOnly() || Chance.of(diary.random(), COOKIE_TOLD);
    return told ? Client.of(own, browser) : Client.without(own, browser.agent(), browser.ip());
  }

  private static void follow(
      RandomGenerator random, Envelope envelope, long at, int link, Client client) {
    int links = envelope.letter().links().size();
    envelope.click(at, link, client);
    double manner = random.nextDouble();
    if (manner < DOUBLE_CLICKS) {
      envelope.click(at + Chance.between(random, SHORTEST_DOUBLE, LONGEST_DOUBLE), link, client);
    } else if (manner < DOUBLE_CLICKS + OPENS_TABS) {
      long tab = at + Chance.between(random, SHORTEST_TAB, LONGEST_TAB);
      envelope.click(tab, (link + 1) % links, client);
    } else if (manner < DOUBLE_CLICKS + OPENS_TABS + IS_IMPATIENT) {
      browse(random, envelope, at, link, client);
    }
  }

  /** Two or three more links, one after the other. */
  private static void browse(
      RandomGenerator random, Envelope envelope, long first, int link, Client client) {
    int more = Chance.between(random, 2, 3);
    long at = first;
    for (int i = 1; i <= more; i++) {
      at += Chance.between(random, SHORTEST_GLANCE, LONGEST_GLANCE);
      envelope.click(at, (link + i) % envelope.letter().links().size(), client);
    }
  }

  /** The visit that a link leads to. */
  static void land(Diary diary, Page page, long at, Browser browser, Doing doing) {
    Session session = new Session(diary, Origin.NEWSLETTER, at, browser, doing);
    session.arrive(page);
    int more = Chance.geometric(diary.random(), 1.6, 5) - 1;
    for (int i = 0; i < more; i++) {
      session.view(Chance.pick(diary.random(), STROLL));
    }
  }
}
