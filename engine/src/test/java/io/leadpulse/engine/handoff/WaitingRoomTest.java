package io.leadpulse.engine.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
  private static final int CASES = Integer.getInteger("handoff.cases", 12);
  private static final BusinessCalendar JAPAN = BusinessCalendar.japan();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = 24 * HOUR;
  private static final long QUARTER = at("2027-01-04T00:00");
  private static final int FRESH_DAYS = 5;

  private static long at(String tokyo) {
    return LocalDateTime.parse(tokyo).atZone(JAPAN.zone()).toInstant().toEpochMilli();
  }

  private static Candidate candidate(String id, long value, long intent, long since) {
    return new Candidate(id, "lead-" + id, "", false, value, intent, since, Brief.NONE);
  }

  private static WaitingRoom room(int reps, int slots) {
    return new WaitingRoom(JAPAN, new Capacity(reps, slots, 0), FRESH_DAYS);
  }

  private static List<String> ids(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::alertId).toList();
  }

  @Test
  void theDaysSlotsGoToTheFirstAndThenToTheBest() {
    WaitingRoom room = room(1, 2);
    long nine = at("2027-01-05T09:00");
    assertThat(room.offer(candidate("a", 1, 100, nine), nine)).hasSize(1);
    assertThat(room.offer(candidate("b", 1, 100, nine), nine)).hasSize(1);
    assertThat(room.offer(candidate("c", 1, 100, nine), nine)).isEmpty();
    assertThat(room.offer(candidate("d", 1, 200, nine), nine)).isEmpty();
    assertThat(room.offer(candidate("e", 2, 50, nine), nine)).isEmpty();
    assertThat(ids(room.candidates())).containsExactly("e", "d", "c");
    assertThat(room.onTime(at("2027-01-05T17:59"))).as("two a day").isEmpty();
    assertThat(room.nextDue()).isEqualTo(at("2027-01-06T09:00"));
    assertThat(ids(room.onTime(at("2027-01-06T09:00")))).containsExactly("e", "d");
  }

  @Test
  void slotsComeBackOverBusinessHours() {
    WaitingRoom room = room(1, 4);
    long nine = at("2027-01-05T09:00");
    for (String id : List.of("a", "b")) {
      room.offer(candidate(id, 1, 1, nine), nine);
    }
    long six = at("2027-01-05T17:00");
    for (String id : List.of("c", "d", "e")) {
      room.offer(candidate(id, 1, 1, six), six);
    }
    assertThat(ids(room.candidates())).as("four a day").containsExactly("e");
    assertThat(room.nextDue()).isEqualTo(at("2027-01-06T09:00"));
  }

  @Test
  void whoAsksToBeContactedDoesNotWait() {
    WaitingRoom room = room(0, 0);
    long night = at("2027-01-03T23:00");
    Candidate raise = new Candidate("a", "lead", "", true, 0, 0, night, Brief.NONE);
    assertThat(room.offer(raise, night)).containsExactly(raise);
    room.offer(candidate("b", 1, 1, night), night);
    assertThat(room.onTime(night + 30 * DAY)).isEmpty();
  }

  @Test
  void whoCameAtNightWaitsForTheMorningWithTheOthers() {
    WaitingRoom room = room(1, 1);
    long night = at("2027-01-08T23:00");
    room.offer(candidate("a", 1, 100, night), night);
    room.offer(candidate("b", 1, 200, night + HOUR), night + HOUR);
    assertThat(room.nextDue()).isEqualTo(at("2027-01-12T09:00"));
    assertThat(ids(room.onTime(at("2027-01-12T09:00")))).containsExactly("b");
  }

  @Test
  void whoCoolsIsTakenOut() {
    WaitingRoom room = room(0, 0);
    room.offer(candidate("a", 1, 100, QUARTER), QUARTER);
    assertThat(room.withdraw("a")).isNotNull();
    assertThat(room.withdraw("a")).isNull();
    assertThat(room.nextDue()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whoWaitsForTooLongIsReportedOnce() {
    WaitingRoom room = room(0, 0);
    long since = at("2027-04-28T10:00");
    room.offer(candidate("a", 1, 100, since), since);
    assertThat(room.nextDue()).as("across Golden Week").isEqualTo(at("2027-05-11T10:00"));
    room.onTime(at("2027-05-11T09:59"));
    assertThat(room.newlyOverdue()).isEmpty();
    room.onTime(at("2027-05-11T10:00"));
    assertThat(room.newlyOverdue()).hasSize(1);
    assertThat(room.newlyOverdue()).isEmpty();
  }

  /** January 2027 has 19 business days, February 18, March 22. */
  @Test
  void aMonthBeforeAShorterOneHandsOverMore() {
    Capacity ahead = new Capacity(19, 1, 100);
    assertThat(ahead.dailyMilli(JAPAN, YearMonth.of(2027, 1))).isEqualTo(20_000);
    assertThat(ahead.dailyMilli(JAPAN, YearMonth.of(2027, 2))).isEqualTo(19_000);
    assertThat(new Capacity(19, 1, 0).dailyMilli(JAPAN, YearMonth.of(2027, 1))).isEqualTo(19_000);
  }

  /** Arrivals, news and departures at any time, restarts, and looks when nothing is due. */
  @Test
  void aQuarterKeepsEveryPromise() {
    for (long seed = 0; seed < CASES; seed++) {
      Quarter quarter = new Quarter(seed, true);
      quarter.run();
      Quarter calm = new Quarter(seed, false);
      calm.run();
      assertThat(quarter.log).as("case %d", seed).isEqualTo(calm.log).isNotEmpty();
    }
  }

  /** Random traffic on one room; the same for a seed, whatever disturbs it. */
  private static final class Quarter {
    final List<String> log = new ArrayList<>();
    final Capacity capacity;
    final SplittableRandom traffic;
    final SplittableRandom noise;
    final boolean disturbed;
    final Set<String> released = new HashSet<>();
    final Set<String> offered = new HashSet<>();
    final Set<String> gone = new HashSet<>();
    final Set<String> overdue = new HashSet<>();
    final Map<LocalDate, Integer> perDay = new HashMap<>();
    int paced;
    WaitingRoom room;

    Quarter(long seed, boolean disturbed) {
      this.disturbed = disturbed;
      traffic = new SplittableRandom(seed);
      noise = new SplittableRandom(seed);
      capacity = new Capacity(1 + traffic.nextInt(4), 1 + traffic.nextInt(5), 0);
      room = new WaitingRoom(JAPAN, capacity, FRESH_DAYS);
    }

    void run() {
      long now = QUARTER;
      while (now < QUARTER + 90 * DAY) {
        long next = now + 1 + traffic.nextLong(4 * HOUR);
        passTo(next);
        now = next;
        act(now);
      }
      Set<String> accounted = new HashSet<>(released);
      accounted.addAll(gone);
      room.candidates().forEach(waiting -> accounted.add(waiting.alertId()));
      assertThat(accounted).isEqualTo(offered);
      assertThat(released).doesNotContainAnyElementsOf(gone);
    }

    private void passTo(long until) {
      while (room.nextDue() <= until) {
        long due = room.nextDue();
        if (disturbed && noise.nextInt(4) == 0) {
          take(room.onTime(due - 1), due - 1);
        }
        take(room.onTime(due), due);
        room.newlyOverdue().forEach(one -> overdue.add(one.alertId()));
      }
    }

    private void act(long now) {
      String id = "a" + offered.size();
      switch (traffic.nextInt(12)) {
        case 0 -> {
          offered.add(id);
          take(room.offer(new Candidate(id, id, "", true, 0, 0, now, Brief.NONE), now), now);
        }
        case 1 -> drop("a" + traffic.nextInt(offered.size() + 1));
        case 2 -> room.update("a" + traffic.nextInt(offered.size() + 1), traffic.nextLong(1_000));
        default -> {
          offered.add(id);
          Candidate one =
              new Candidate(
                  id, id, "", false, traffic.nextInt(3), traffic.nextLong(1_000), now, Brief.NONE);
          take(room.offer(one, now), now);
          if (!released.contains(id)) {
            assertThat(room.offer(one, now)).as("told twice").isEmpty();
          }
        }
      }
      if (disturbed && noise.nextInt(5) == 0) {
        WaitingRoom next = new WaitingRoom(JAPAN, capacity, FRESH_DAYS);
        ByteSink head = new ByteSink();
        room.write(head);
        next.read(new ByteSource(head.toBytes()));
        room.candidates().forEach(one -> next.restore(one, overdue.contains(one.alertId())));
        room = next;
      }
    }

    private void drop(String id) {
      if (room.withdraw(id) != null) {
        gone.add(id);
      }
    }

    private void take(List<Candidate> candidates, long now) {
      for (Candidate candidate : candidates) {
        assertThat(released.add(candidate.alertId())).as(candidate.alertId()).isTrue();
        log.add(now + " " + candidate.alertId());
        if (!candidate.handRaise()) {
          assertFair(candidate, now);
        }
      }
    }

    private void assertFair(Candidate candidate, long now) {
      assertThat(JAPAN.isOpen(now)).isTrue();
      assertThat(room.candidates())
          .allMatch(waiting -> Candidate.BEST_FIRST.compare(candidate, waiting) < 0);
      int daily = capacity.reps() * capacity.slots();
      assertThat(perDay.merge(JAPAN.dateOf(now), 1, Integer::sum)).isLessThanOrEqualTo(daily);
      paced++;
      long accrued = JAPAN.between(QUARTER, now) * daily / JAPAN.dayMillis();
      assertThat((long) paced).isLessThanOrEqualTo(daily + accrued + 1);
    }
  }
}
