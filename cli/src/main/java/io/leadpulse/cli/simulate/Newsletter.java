package io.leadpulse.cli.simulate;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * A newsletter and what its reader makes of it, in office hours.
 *
 * @param read share of them that is opened by a person, 0 to 1
 * @param scanned whether a gateway tries it first
 * @param reading what comes of one that is opened
 */
record Newsletter(double read, boolean scanned, Reading reading) implements Scene {
  private static final long SHORTEST_LIE = TimeUnit.MINUTES.toMillis(1);
  private static final long LONGEST_LIE = OfficeHours.DAY / 2;

  @Override
  public void play(Diary diary, long start) {
    RandomGenerator random = diary.random();
    Envelope envelope = new Envelope(diary);
    envelope.deliver(start);
    Pictures.prefetch(diary, envelope, start);
    // What a gateway tries it lets through afterwards.
    long arrived = scanned ? new MailScanner(diary, envelope).scan(start) : start;
    if (Chance.of(random, read)) {
      long lie = Chance.between(random, SHORTEST_LIE, LONGEST_LIE);
      reading.play(diary, envelope, OfficeHours.after(arrived, lie));
    }
  }
}
