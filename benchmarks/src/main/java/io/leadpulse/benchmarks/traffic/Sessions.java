package io.leadpulse.benchmarks.traffic;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The hits of all leads as live traffic has them: visits begin at random, each has one hit or more
 * (geometric, 8 on average), 10 to 30 s apart, so that thousands of visits are open at a time. The
 * hits come in the order in which they are sent; of some it is said that they happened earlier.
 *
 * <p>1 % of the events are sent a second time within a minute; 5 % are sent up to 10 minutes late,
 * 0.5 % up to a day.
 */
final class Sessions {
  static final int MEAN_HITS = 8;
  static final long MEAN_GAP_MILLIS = 20_000;

  private static final long MOST_COPY_DELAY_MILLIS = 60_000;
  private static final long LATE_MILLIS = 600_000;
  private static final long VERY_LATE_MILLIS = 86_400_000;

  /** In thousandths of the events. */
  private static final int COPIES = 10;

  private static final int VERY_LATE = 5;
  private static final int LATE = 50;

  private final SplittableRandom random;
  private final Audience audience;
  private final Alias leads;
  private final boolean isMixed;
  private final double meanPauseMillis;
  private final PriorityQueue<Due> due = new PriorityQueue<>();
  private double nextBegin;
  private long sessions;
  private long events;
  private long entries;

  /**
   * What is to be sent at a time.
   *
   * @param copy the event to send again; null for the next hit of a session
   * @param order makes the queue's order the same in every run
   */
  private record Due(double at, long order, long session, int lead, @Nullable Hit copy)
      implements Comparable<Due> {
    @Override
    public int compareTo(Due that) {
      int byTime = Double.compare(at, that.at);
      return byTime != 0 ? byTime : Long.compare(order, that.order);
    }
  }

  Sessions(TrafficSettings settings, SplittableRandom random) {
    this.random = random;
    audience = settings.audience();
    leads = new Alias(audience.returning(), audience.zipf());
    isMixed = settings.sections() == 0;
    meanPauseMillis = 1_000.0 * MEAN_HITS / settings.rate();
    nextBegin = settings.asOf().toEpochMilli();
    beginAsIfUnderWay(settings);
  }

  /** As many sessions as are open at any time: the first hour is like every other. */
  private void beginAsIfUnderWay(TrafficSettings settings) {
    long open = Math.round(settings.rate() * (MEAN_GAP_MILLIS / 1_000));
    for (long i = 0; i < open; i++) {
      add(nextBegin + random.nextDouble() * MEAN_GAP_MILLIS, ++sessions, draw(), null);
    }
  }

  /** The next hit; there is always one. */
  Hit next() {
    while (due.isEmpty() || nextBegin <= due.peek().at()) {
      add(nextBegin, ++sessions, draw(), null);
      nextBegin -= Math.log(1 - random.nextDouble()) * meanPauseMillis;
    }
    Due now = due.remove();
    return now.copy() == null ? hit(now) : now.copy();
  }

  /** How many sessions are open now; copies that are still to come count too. */
  int open() {
    return due.size();
  }

  private Hit hit(Due now) {
    long occurredAt = (long) now.at() - delay();
    Kind kind = isMixed ? Kind.at(random.nextInt(100)) : Kind.WEB;
    Hit hit = new Hit(kind, now.lead(), now.session(), ++events, occurredAt, random.nextLong());
    if (random.nextInt(1_000) < COPIES) {
      add(now.at() + random.nextDouble() * MOST_COPY_DELAY_MILLIS, 0, now.lead(), hit);
    }
    if (random.nextInt(MEAN_HITS) != 0) {
      double gap = MEAN_GAP_MILLIS * (0.5 + random.nextDouble());
      add(now.at() + gap, now.session(), now.lead(), null);
    }
    return hit;
  }

  private long delay() {
    int dice = random.nextInt(1_000);
    if (dice < VERY_LATE) {
      return LATE_MILLIS + random.nextLong(VERY_LATE_MILLIS - LATE_MILLIS);
    }
    return dice < VERY_LATE + LATE ? random.nextLong(LATE_MILLIS) : 0;
  }

  private int draw() {
    boolean isBot = audience.botPercent() > 0 && random.nextInt(100) < audience.botPercent();
    return isBot ? 0 : leads.draw(random);
  }

  private void add(double at, long session, int lead, @Nullable Hit copy) {
    due.add(new Due(at, entries++, session, lead, copy));
  }
}
