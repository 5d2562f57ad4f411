package io.leadpulse.benchmarks.traffic;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * All records of a measurement, from a seed: first each lead once, in no order, as seen within the
 * day before; then the sessions. The same settings give the same bytes.
 */
public final class Traffic {
  private static final long DAY_MILLIS = 86_400_000;

  private final TrafficSettings settings;
  private final SplittableRandom random;
  private final Sessions sessions;
  private final Scribe scribe;
  private final int step;
  private long sent;

  public Traffic(TrafficSettings settings) {
    this.settings = settings;
    random = new SplittableRandom(settings.seed());
    sessions = new Sessions(settings, random.split());
    scribe = new Scribe(settings.padding(), settings.sections());
    step = coprime(settings.audience().leads());
  }

  /** How many records come before the sessions. */
  public long introductions() {
    return settings.audience().leads();
  }

  public boolean hasNext() {
    return sent < settings.audience().leads() + settings.events();
  }

  public Sent next() {
    Hit hit = sent < settings.audience().leads() ? introduction() : sessions.next();
    sent++;
    byte[] key = Scribe.lead(hit.lead()).getBytes(StandardCharsets.UTF_8);
    return new Sent(hit.kind(), key, scribe.write(hit));
  }

  private Hit introduction() {
    int lead = (int) (sent * step % settings.audience().leads());
    long at = settings.asOf().toEpochMilli() - 1 - random.nextLong(DAY_MILLIS);
    return new Hit(Kind.WEB, lead, 0, -1 - sent, at, random.nextLong());
  }

  /** So that stepping by it meets every lead once, neighbours in number far apart in time. */
  private static int coprime(int size) {
    int candidate = (int) (size * 0.618) + 1;
    while (gcd(candidate, size) != 1) {
      candidate++;
    }
    return candidate;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
