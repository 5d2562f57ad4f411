package io.leadpulse.cli.simulate;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * A newsletter and what its reader makes of it, in office hours.
 *
 * @param read share of them that is opened by a person, 0 to 1
 * @param followed share of those read in which a link is followed to the site, 0 to 1
 * @param leaving share of those read and not followed that end with unsubscribing, 0 to 1
 */
record Newsletter(double read, double followed, double leaving) implements Scene {
  private static final long SHORTEST_LIE = TimeUnit.MINUTES.toMillis(1);
  private static final long LONGEST_LIE = OfficeHours.DAY / 2;
  private static final long SHORTEST_READ = TimeUnit.SECONDS.toMillis(8);
  private static final long LONGEST_READ = TimeUnit.SECONDS.toMillis(90);
  private static final long PAGE_LOAD = TimeUnit.SECONDS.toMillis(2);
  private static final List<List<Page>> STROLL = List.of(Site.BLOG, Site.PRODUCT);

  @Override
  public void play(Diary diary, long start) {
    RandomGenerator random = diary.random();
    Envelope envelope = new Envelope(diary);
    envelope.deliver(start);
    if (diary.person().device().isProxied()) {
      envelope.openByMachine(start + Chance.between(random, SHORTEST_READ, LONGEST_READ));
    }
    if (Chance.of(random, read)) {
      long opened = OfficeHours.after(start, Chance.between(random, SHORTEST_LIE, LONGEST_LIE));
      read(diary, envelope, opened);
    }
  }

  private void read(Diary diary, Envelope envelope, long opened) {
    RandomGenerator random = diary.random();
    if (!diary.person().device().isProxied()) {
      envelope.open(opened);
    }
    long done = opened + Chance.between(random, SHORTEST_READ, LONGEST_READ);
    if (Chance.of(random, followed)) {
      int link = Chance.geometric(random, 1.8, envelope.letter().links().size()) - 1;
      envelope.click(done, link);
      land(diary, envelope.letter().links().get(link), done + PAGE_LOAD);
    } else if (Chance.of(random, leaving)) {
      envelope.unsubscribe(done);
    }
  }

  private static void land(Diary diary, Page page, long at) {
    Session session = new Session(diary, Origin.NEWSLETTER, at);
    session.view(page);
    int more = Chance.geometric(diary.random(), 1.6, 5) - 1;
    for (int i = 0; i < more; i++) {
      session.view(Chance.pick(diary.random(), STROLL));
    }
  }
}
