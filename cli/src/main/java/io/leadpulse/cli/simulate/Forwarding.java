package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Actor;
import io.leadpulse.cli.truth.Setting;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * A mail that is passed on to a colleague, who opens it and follows a link: the records name the
 * addressee, and the colleague's browser is taken for the addressee's from then on.
 */
record Forwarding() implements Scene {
  private static final long SHORTEST_READ = TimeUnit.SECONDS.toMillis(10);
  private static final long LONGEST_READ = TimeUnit.SECONDS.toMillis(60);

  @Override
  public void play(Diary diary, long start) {
    RandomGenerator random = diary.random();
    Envelope envelope = new Envelope(diary);
    envelope.deliver(start);
    Browser own = diary.person().browser();
    long read = OfficeHours.after(start, Chance.between(random, 1, OfficeHours.DAY / 4));
    Pictures.look(diary, envelope, read, own);
    long passedOn = OfficeHours.after(read, Chance.between(random, 1, OfficeHours.DAY / 4));
    Browser colleagues = colleague(diary);
    Doing doing =
        new Doing(
            Actor.HUMAN,
            Setting.FORWARDED,
            diary.person().leadId() + "-colleague",
            Naming.BY_COOKIE);
    Client client = Client.of(doing, colleagues);
    envelope.open(passedOn, client);
    int link = random.nextInt(envelope.letter().links().size());
    long clicked = passedOn + Chance.between(random, SHORTEST_READ, LONGEST_READ);
    envelope.click(clicked, link, client);
    Page page = envelope.letter().links().get(link);
    Reading.land(diary, page, clicked + SHORTEST_READ / 5, colleagues, doing);
  }

  private static Browser colleague(Diary diary) {
    return new Browser(
        diary.nextVisitor(),
        Device.draw(diary.random()).agent(),
        Networks.address(diary.random()),
        false);
  }
}
