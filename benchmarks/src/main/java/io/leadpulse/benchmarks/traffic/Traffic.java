package io.leadpulse.benchmarks.traffic;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * All records of a measurement, from a seed: first each lead once, in no order, as its {@link
 * Beginning} has it; then the sessions. The same settings give the same bytes.
 */
public final class Traffic {
  private static final long DAY_MILLIS = 86_400_000;
  private static final long MINUTE_MILLIS = 60_000;

  /** The dice of an access that is a form, and the one for contact. */
  private static final long ASKS_FOR_CONTACT = 0;

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
    scribe = new Scribe(settings.padding(), settings.sections(), settings.audience());
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
    Beginning beginning = settings.audience().beginning();
    boolean isCrowd = beginning == Beginning.CONTACT;
    int lead = (int) (sent * step % settings.audience().leads());
    long before = random.nextLong(isCrowd ? MINUTE_MILLIS : DAY_MILLIS);
    long at = settings.asOf().toEpochMilli() - 1 - before;
    Kind kind = beginning == Beginning.PROFILE ? Kind.PROFILE : Kind.WEB;
    return new Hit(kind, lead, 0, -1 - sent, at, isCrowd ? ASKS_FOR_CONTACT : random.nextLong());
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
