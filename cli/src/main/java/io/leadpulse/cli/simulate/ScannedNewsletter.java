package io.leadpulse.cli.simulate;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * A newsletter whose links a security scanner tries before the reader sees it: the picture first,
 * then most links within a second.
 */
record ScannedNewsletter() implements Scene {
  private static final long SOONEST = TimeUnit.SECONDS.toMillis(20);
  private static final long LATEST = TimeUnit.SECONDS.toMillis(60);
  private static final long BURST = TimeUnit.SECONDS.toMillis(1);

  /** Share of the scans that the mail service knows for what they are. */
  private static final double KNOWN = 0.95;

  private static final int FEWEST_LINKS = 6;

  @Override
  public void play(Diary diary, long start) {
    RandomGenerator random = diary.random();
    Envelope envelope = new Envelope(diary);
    envelope.deliver(start);
    long scanned = start + Chance.between(random, SOONEST, LATEST);
    boolean known = Chance.of(random, KNOWN);
    envelope.openByMachine(scanned);
    int links = Chance.between(random, FEWEST_LINKS, envelope.letter().links().size());
    for (int link = 0; link < links; link++) {
      envelope.clickByMachine(scanned + (link + 1) * BURST / links, link, known);
    }
  }
}
