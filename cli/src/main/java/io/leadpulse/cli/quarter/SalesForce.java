package io.leadpulse.cli.quarter;

import io.leadpulse.engine.calendar.BusinessCalendar;
import io.leadpulse.engine.handoff.Team;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.SalesActivityReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * People who work hot leads: every morning a team takes from its list, in the order in which it was
 * told, as many as its people can. Some answer late, some not at all; whoever asks to be contacted
 * is taken first and on top.
 */
final class SalesForce {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final SplittableRandom random;
  private final Map<String, Desk> desks = new HashMap<>();
  private final PriorityQueue<SalesActivity> reports =
      new PriorityQueue<>(
          Comparator.comparing(SalesActivity::getOccurredAt)
              .thenComparing(SalesActivity::getEventId));
  private long events;

  /** A team's list and what its people can take a day. */
  private static final class Desk {
    final Team team;
    final int perDay;
    final Deque<HandOff> urgent = new ArrayDeque<>();
    final Deque<HandOff> list = new ArrayDeque<>();

    Desk(Team team, int perDay) {
      this.team = team;
      this.perDay = perDay;
    }
  }

  SalesForce(long seed) {
    random = new SplittableRandom(seed ^ 0x5A1E5L);
  }

  /**
   * Adds a team.
   *
   * @param perDay leads that its people can take on a business day
   */
  void add(Team team, int perDay) {
    desks.put(team.id(), new Desk(team, perDay));
  }

  /** Takes what a team is told. */
  void on(HandOff record) {
    Desk desk = desks.get(record.getTeam());
    if (desk != null && record.getKind() == HandOffKind.RELEASED) {
      (record.getHandRaise() ? desk.urgent : desk.list).add(record);
    }
  }

  /** Begins a business day: teams go through their lists. */
  void work(LocalDate day) {
    for (Desk desk : desks.values()) {
      BusinessCalendar calendar = desk.team.calendar();
      if (!calendar.isBusinessDay(day)) {
        continue;
      }
      long at = calendar.openOf(day);
      for (int left = desk.perDay + desk.urgent.size(); left > 0; left--) {
        HandOff next = desk.urgent.isEmpty() ? desk.list.poll() : desk.urgent.poll();
        if (next == null) {
          break;
        }
        at = calendar.plus(at, MINUTE * (3 + random.nextInt(8)));
        follow(next, at, calendar);
      }
    }
  }

  /** What was reported up to an instant and not taken yet, in order. */
  List<SalesActivity> takeUpTo(long until) {
    List<SalesActivity> due = new ArrayList<>();
    while (!reports.isEmpty() && reports.element().getOccurredAt().toEpochMilli() <= until) {
      due.add(reports.remove());
    }
    return due;
  }

  private void follow(HandOff lead, long from, BusinessCalendar calendar) {
    if (chance(0.05)) {
      return;
    }
    long at = chance(0.1) ? calendar.plusBusinessDays(from, 1 + random.nextInt(3)) : from;
    report(lead, at, SalesActivityKind.ACCEPTED, SalesActivityReason.NONE);
    if (chance(0.05)) {
      return;
    }
    at =
        chance(0.12)
            ? calendar.plusBusinessDays(at, 1)
            : calendar.plus(at, MINUTE * (20 + random.nextInt(160)));
    report(lead, at, SalesActivityKind.CONTACTED, SalesActivityReason.NONE);
    long answered = calendar.plus(at, HOUR * (1 + random.nextInt(8)));
    double outcome = random.nextDouble();
    if (outcome < 0.45) {
      meet(lead, calendar.plusBusinessDays(at, 1 + random.nextInt(6)), calendar);
    } else if (outcome < 0.7) {
      report(lead, answered, SalesActivityKind.RECYCLED, SalesActivityReason.BAD_TIMING);
    } else if (outcome < 0.8) {
      SalesActivityReason why =
          chance(0.4) ? SalesActivityReason.WRONG_INFORMATION : SalesActivityReason.NO_NEED;
      report(lead, answered, SalesActivityKind.REJECTED, why);
    }
  }

  private void meet(HandOff lead, long at, BusinessCalendar calendar) {
    report(lead, at, SalesActivityKind.MEETING, SalesActivityReason.NONE);
    long decided = calendar.plusBusinessDays(at, 2 + random.nextInt(8));
    if (chance(0.4)) {
      report(lead, decided, SalesActivityKind.LOST, SalesActivityReason.NO_BUDGET);
      return;
    }
    report(lead, decided, SalesActivityKind.QUALIFIED, SalesActivityReason.NONE);
    long closed = calendar.plusBusinessDays(decided, 5 + random.nextInt(15));
    if (chance(0.8)) {
      boolean won = chance(0.5);
      report(
          lead,
          closed,
          won ? SalesActivityKind.WON : SalesActivityKind.LOST,
          won ? SalesActivityReason.NONE : SalesActivityReason.NO_BUDGET);
    }
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private void report(HandOff lead, long at, SalesActivityKind kind, SalesActivityReason reason) {
    reports.add(
        SalesActivity.newBuilder()
            .setEventId("s" + events++)
            .setOccurredAt(Instant.ofEpochMilli(at))
            .setLeadId(lead.getLeadId())
            .setKind(kind)
            .setReason(reason)
            .setTeam(lead.getTeam())
            .setOwner(lead.getOwner())
            .build());
  }
}
