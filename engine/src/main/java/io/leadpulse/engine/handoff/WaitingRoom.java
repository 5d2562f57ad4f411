package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.calendar.BusinessCalendar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The hot leads of one team that wait, and the budget by which they are released, best first. A
 * lead that asks to be contacted is released at once, whatever the budget says.
 *
 * <p>Instants are epoch milliseconds and never go back: an earlier one counts as the latest seen.
 */
public final class WaitingRoom {
  private static final int VERSION = 1;

  private final Budget budget;
  private final TreeSet<Candidate> waiting = new TreeSet<>(Candidate.BEST_FIRST);
  private final Map<String, Candidate> byAlert = new HashMap<>();

  /**
   * Until when those are fresh that have not been told to wait for too long, the earliest first.
   */
  private final TreeSet<Fresh> fresh =
      new TreeSet<>(Comparator.comparingLong(Fresh::until).thenComparing(Fresh::alertId));

  private final BusinessCalendar calendar;
  private final int freshDays;
  private long clock = Long.MIN_VALUE;

  private record Fresh(long until, String alertId) {}

  /**
   * An empty one.
   *
   * @param freshDays business days after which a hot lead that still waits is reported
   */
  public WaitingRoom(BusinessCalendar calendar, Capacity capacity, int freshDays) {
    this.calendar = calendar;
    this.freshDays = freshDays;
    budget = new Budget(calendar, capacity);
  }

  /**
   * Takes a hot lead in; one that waits already is the same. Who was released is for the caller to
   * know.
   *
   * @return those that are released, in order
   */
  public List<Candidate> offer(Candidate candidate, long now) {
    tick(now);
    if (byAlert.containsKey(candidate.alertId())) {
      return List.of();
    }
    if (candidate.handRaise()) {
      budget.takeIfThere();
      return List.of(candidate);
    }
    add(candidate);
    fresh.add(freshOf(candidate));
    return release();
  }

  private void add(Candidate candidate) {
    waiting.add(candidate);
    byAlert.put(candidate.alertId(), candidate);
  }

  private Fresh freshOf(Candidate candidate) {
    long until = calendar.plusBusinessDays(candidate.since(), freshDays);
    return new Fresh(until, candidate.alertId());
  }

  /** Lets time pass; those that are released, in order. */
  public List<Candidate> onTime(long now) {
    tick(now);
    return release();
  }

  private void tick(long now) {
    clock = Math.max(clock, now);
    budget.accrue(clock);
  }

  private List<Candidate> release() {
    List<Candidate> released = new ArrayList<>();
    while (!waiting.isEmpty() && budget.take(clock)) {
      Candidate best = waiting.first();
      remove(best.alertId());
      released.add(best);
    }
    return released;
  }

  /** Takes news of the intent of one that waits. */
  public void update(String alertId, long intentMilli) {
    Candidate known = byAlert.get(alertId);
    if (known != null) {
      waiting.remove(known);
      add(known.withIntent(intentMilli));
    }
  }

  /**
   * Takes one out that is hot no more.
   *
   * @return null if it does not wait
   */
  public @Nullable Candidate withdraw(String alertId) {
    return remove(alertId);
  }

  private @Nullable Candidate remove(String alertId) {
    Candidate known = byAlert.remove(alertId);
    if (known != null) {
      waiting.remove(known);
      fresh.remove(freshOf(known));
    }
    return known;
  }

  /** Those that have come to wait for too long; each is told once. */
  public List<Candidate> newlyOverdue() {
    List<Candidate> told = new ArrayList<>();
    while (!fresh.isEmpty() && fresh.first().until() <= clock) {
      Candidate candidate = byAlert.get(fresh.pollFirst().alertId());
      if (candidate != null) {
        told.add(candidate);
      }
    }
    return told;
  }

  /** When something is to be released or reported next; {@link Long#MAX_VALUE} for never. */
  public long nextDue() {
    if (waiting.isEmpty()) {
      return Long.MAX_VALUE;
    }
    long next = budget.nextSlot(clock);
    return fresh.isEmpty() ? next : Math.min(next, fresh.first().until());
  }

  /**
   * The best of those by which a lead waits.
   *
   * @return null if it does not
   */
  @Nullable Candidate find(String leadId) {
    for (Candidate candidate : waiting) {
      if (candidate.leadId().equals(leadId)) {
        return candidate;
      }
    }
    return null;
  }

  /** How many wait. */
  public int size() {
    return waiting.size();
  }

  /** Those that wait, best first. */
  public List<Candidate> candidates() {
    return List.copyOf(waiting);
  }

  public byte[] toBytes() {
    ByteSink out = new ByteSink();
    out.fixed8(VERSION);
    out.signed(clock);
    budget.write(out);
    out.unsigned(waiting.size());
    for (Candidate candidate : waiting) {
      candidate.write(out);
      out.fixed8(fresh.contains(freshOf(candidate)) ? 1 : 0);
    }
    return out.toBytes();
  }

  /**
   * Fills an empty one with what was written.
   *
   * @throws IllegalStateException if the bytes come from a later release
   */
  public void restore(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int version = in.fixed8();
    if (version != VERSION) {
      throw new IllegalStateException("waiting room in layout " + version);
    }
    clock = in.signed();
    budget.read(in);
    for (int left = in.count(); left > 0; left--) {
      Candidate candidate = Candidate.read(in);
      add(candidate);
      if (in.fixed8() == 1) {
        fresh.add(freshOf(candidate));
      }
    }
  }
}
