package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Hot leads that are handed over together as a business day ends, for a team that wants to be told
 * of accounts. One that asks to be contacted is released at once.
 */
final class DigestRoom implements Room {
  private final Map<String, Candidate> waiting = new TreeMap<>();
  private final BusinessCalendar calendar;
  private long clock = Long.MIN_VALUE;

  /** When those that wait are handed over. */
  private long due = Long.MAX_VALUE;

  DigestRoom(BusinessCalendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public List<Candidate> offer(Candidate candidate, long now) {
    List<Candidate> released = new ArrayList<>(onTime(now));
    if (candidate.handRaise()) {
      released.add(candidate);
    } else if (waiting.putIfAbsent(candidate.alertId(), candidate) == null && waiting.size() == 1) {
      due = calendar.endOfBusinessDay(clock);
    }
    return released;
  }

  @Override
  public List<Candidate> onTime(long now) {
    clock = Math.max(clock, now);
    if (clock < due) {
      return List.of();
    }
    List<Candidate> all = candidates();
    waiting.clear();
    due = Long.MAX_VALUE;
    return all;
  }

  @Override
  public void update(String alertId, long intentMilli) {
    waiting.computeIfPresent(alertId, (id, known) -> known.withIntent(intentMilli));
  }

  @Override
  public @Nullable Candidate withdraw(String alertId) {
    return waiting.remove(alertId);
  }

  @Override
  public List<Candidate> newlyOverdue() {
    return List.of();
  }

  @Override
  public long nextDue() {
    return waiting.isEmpty() ? Long.MAX_VALUE : due;
  }

  @Override
  public List<Candidate> candidates() {
    return waiting.values().stream().sorted(Candidate.BEST_FIRST).toList();
  }

  @Override
  public int most(LocalDate date) {
    return Capacity.UNLIMITED;
  }

  @Override
  public void write(ByteSink out) {
    out.signed(clock);
    out.signed(due);
  }

  @Override
  public void read(ByteSource in) {
    clock = in.signed();
    due = in.signed();
  }

  @Override
  public void restore(Candidate candidate, boolean overdue) {
    waiting.put(candidate.alertId(), candidate);
  }
}
