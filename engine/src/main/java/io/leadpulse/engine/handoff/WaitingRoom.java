package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.calendar.BusinessCalendar;
import java.time.LocalDate;
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
 */
final class WaitingRoom implements Room {

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
  private final boolean unlimited;
  private long clock = Long.MIN_VALUE;

  private record Fresh(long until, String alertId) {}

  /**
   * An empty one.
   *
   * @param freshDays business days after which a hot lead that still waits is reported
   */
  WaitingRoom(BusinessCalendar calendar, Capacity capacity, int freshDays) {
    this.calendar = calendar;
    this.freshDays = freshDays;
    budget = new Budget(calendar, capacity);
    unlimited = capacity.isUnlimited();
  }

  @Override
  public List<Candidate> offer(Candidate candidate, long now) {
    tick(now);
    if (byAlert.containsKey(candidate.alertId())) {
      return List.of();
    }
    if (candidate.handRaise() || unlimited) {
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

  @Override
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

  @Override
  public void update(String alertId, long intentMilli) {
    Candidate known = byAlert.get(alertId);
    if (known != null) {
      waiting.remove(known);
      add(known.withIntent(intentMilli));
    }
  }

  @Override
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

  @Override
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

  @Override
  public long nextDue() {
    if (waiting.isEmpty()) {
      return Long.MAX_VALUE;
    }
    long next = budget.nextSlot(clock);
    return fresh.isEmpty() ? next : Math.min(next, fresh.first().until());
  }

  @Override
  public List<Candidate> candidates() {
    return List.copyOf(waiting);
  }

  @Override
  public int most(LocalDate date) {
    return unlimited ? Capacity.UNLIMITED : budget.most(date);
  }

  @Override
  public void write(ByteSink out) {
    out.signed(clock);
    budget.write(out);
  }

  @Override
  public void read(ByteSource in) {
    clock = in.signed();
    budget.read(in);
  }

  @Override
  public void restore(Candidate candidate, boolean overdue) {
    add(candidate);
    if (!overdue) {
      fresh.add(freshOf(candidate));
    }
  }
}
