package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.calendar.BusinessCalendar;
import io.leadpulse.engine.handoff.HandOffEvent.Breached;
import io.leadpulse.engine.handoff.HandOffEvent.Moved;
import io.leadpulse.engine.handoff.HandOffEvent.Reassigned;
import io.leadpulse.engine.handoff.HandOffEvent.Stay;
import io.leadpulse.engine.handoff.HandOffEvent.Warned;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A lead in the hands of sales. Where it stands is a function of the set of reports, so they may
 * come late, twice and in any order: the latest by its own time holds, and one that comes after a
 * last stage opens the lead again.
 *
 * <p>Instants are epoch milliseconds.
 */
public final class HandOff {
  /** Reports that are kept; of more, the earliest but the first of each stage go. */
  static final int MOST_REPORTS = 64;

  private static final Stage[] STAGES = Stage.values();
  private static final Duty[] DUTIES = Duty.values();

  private final String leadId;
  private final String owner;
  private final long releasedAt;
  private final Report released;
  private final TreeSet<Report> reports = new TreeSet<>(Report.ORDER);
  private final Set<Duty> warned = EnumSet.noneOf(Duty.class);
  private final Set<Duty> breached = EnumSet.noneOf(Duty.class);
  private Report told;

  /**
   * A lead that is released now.
   *
   * @param owner who is to take it; empty for anybody of the team
   * @param name what the team calls the first stage
   */
  public HandOff(String leadId, String owner, String name, long releasedAt) {
    this.leadId = leadId;
    this.owner = owner;
    this.releasedAt = releasedAt;
    released = new Report(Stage.RELEASED, name, "", releasedAt);
    told = released;
  }

  public String leadId() {
    return leadId;
  }

  public long releasedAt() {
    return releasedAt;
  }

  /** Where it stands. */
  public Stage stage() {
    return latest().stage();
  }

  /** The report that says where it stands; at first, that it was released. */
  Report latest() {
    return reports.isEmpty() ? released : reports.last();
  }

  /** Who has it: the last who said so, else who was to take it; empty for anybody of the team. */
  String owner() {
    String last = breached.contains(Duty.ACCEPT) ? "" : owner;
    for (Report report : reports) {
      last = report.owner().isEmpty() ? last : report.owner();
    }
    return last;
  }

  /** Whether it came to a meeting and not beyond. */
  boolean isMetAtMost() {
    return reachedAt(Stage.MEETING) != Long.MAX_VALUE
        && reachedAt(Stage.QUALIFIED) == Long.MAX_VALUE;
  }

  boolean isLate() {
    return !breached.isEmpty();
  }

  /** Whether a report is known already. */
  boolean has(Report report) {
    return reports.contains(clamped(report));
  }

  /** A report of before the release counts as of the release. */
  private Report clamped(Report report) {
    return report.occurredAt() >= releasedAt
        ? report
        : new Report(report.stage(), report.name(), report.reason(), report.owner(), releasedAt);
  }

  /**
   * When it first came to a stage or over it, on the way to an order.
   *
   * @return {@link Long#MAX_VALUE} if it never did
   */
  long reachedAt(Stage stage) {
    for (Report report : reports) {
      if (report.stage().compareTo(stage) >= 0 && report.stage().compareTo(Stage.WON) <= 0) {
        return report.occurredAt();
      }
    }
    return Long.MAX_VALUE;
  }

  /**
   * Takes what sales says.
   *
   * @return empty if it changes nothing: a copy, or one that a later one outweighs
   */
  public List<HandOffEvent> onReport(Report report, BusinessCalendar calendar) {
    reports.add(clamped(report));
    thinOut();
    Report now = latest();
    if (isSame(now, told)) {
      return List.of();
    }
    Moved moved =
        new Moved(
            told.name(), now.name(), now.stage(), now.reason(), now.occurredAt(), stays(calendar));
    told = now;
    return List.of(moved);
  }

  private static boolean isSame(Report one, Report other) {
    return one.stage() == other.stage()
        && one.name().equals(other.name())
        && one.reason().equals(other.reason());
  }

  private void thinOut() {
    while (reports.size() > MOST_REPORTS) {
      Set<Stage> met = EnumSet.noneOf(Stage.class);
      Report superfluous = reports.first();
      for (Report report : reports) {
        if (!met.add(report.stage())) {
          superfluous = report;
          break;
        }
      }
      reports.remove(superfluous);
    }
  }

  /** Each stage up to the present one, from when it was first reached until it was left. */
  private List<Stay> stays(BusinessCalendar calendar) {
    List<Stay> stays = new ArrayList<>();
    String stage = released.name();
    long since = releasedAt;
    for (Report report : reports) {
      if (!report.name().equals(stage)) {
        long until = report.occurredAt();
        stays.add(new Stay(stage, until - since, calendar.between(since, until)));
        stage = report.name();
        since = until;
      }
    }
    return stays;
  }

  /** Lets time pass: what is near its deadline or over it. */
  public List<HandOffEvent> onTime(long now, Deadlines deadlines, BusinessCalendar calendar) {
    List<HandOffEvent> events = new ArrayList<>();
    for (Duty duty : DUTIES) {
      long due = due(duty, deadlines, calendar);
      if (now >= warnAt(duty, due, deadlines, calendar) && warned.add(duty)) {
        events.add(new Warned(duty, due));
      }
      if (now >= due && breached.add(duty)) {
        events.add(new Breached(duty, due));
        if (duty == Duty.ACCEPT && !owner.isEmpty()) {
          events.add(new Reassigned(owner));
        }
      }
    }
    return events;
  }

  /** When a deadline, or the warning before it, comes next; {@link Long#MAX_VALUE} for never. */
  public long nextDue(Deadlines deadlines, BusinessCalendar calendar) {
    long next = Long.MAX_VALUE;
    for (Duty duty : DUTIES) {
      long due = due(duty, deadlines, calendar);
      if (!warned.contains(duty)) {
        next = Math.min(next, warnAt(duty, due, deadlines, calendar));
      }
      if (!breached.contains(duty)) {
        next = Math.min(next, due);
      }
    }
    return next;
  }

  /**
   * By when something has to be done.
   *
   * @return {@link Long#MAX_VALUE} if it is done, nothing is to be done any more, or the team has
   *     no deadlines
   */
  public long due(Duty duty, Deadlines deadlines, BusinessCalendar calendar) {
    if (deadlines.equals(Deadlines.NONE) || stage().isLast() || isDone(duty)) {
      return Long.MAX_VALUE;
    }
    long accepted = firstAt(Stage.ACCEPTED);
    return switch (duty) {
      case ACCEPT -> calendar.plusBusinessDays(releasedAt, deadlines.acceptDays());
      case CONTACT -> accepted == Long.MAX_VALUE ? accepted : calendar.endOfBusinessDay(accepted);
      case MEET ->
          accepted == Long.MAX_VALUE
              ? accepted
              : calendar.plusBusinessDays(accepted, deadlines.meetingDays());
      case FEED_BACK -> calendar.plusBusinessDays(releasedAt, deadlines.feedbackDays());
    };
  }

  private boolean isDone(Duty duty) {
    Stage far =
        switch (duty) {
          case ACCEPT -> Stage.ACCEPTED;
          case CONTACT, FEED_BACK -> Stage.CONTACTED;
          case MEET -> Stage.MEETING;
        };
    return reports.stream().anyMatch(report -> report.stage().compareTo(far) >= 0);
  }

  /** When a stage was first reached; {@link Long#MAX_VALUE} if it never was. */
  private long firstAt(Stage stage) {
    return reports.stream()
        .filter(report -> report.stage() == stage)
        .mapToLong(Report::occurredAt)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** So much business time before a deadline, but not before the duty begins. */
  private long warnAt(Duty duty, long due, Deadlines deadlines, BusinessCalendar calendar) {
    if (due == Long.MAX_VALUE) {
      return due;
    }
    long since =
        duty == Duty.ACCEPT || duty == Duty.FEED_BACK ? releasedAt : firstAt(Stage.ACCEPTED);
    long all = calendar.between(since, due);
    return calendar.nextOpen(
        calendar.plus(since, Math.max(0, all - deadlines.warnBefore().toMillis())));
  }

  public void write(ByteSink out) {
    out.text(leadId);
    out.text(owner);
    out.text(released.name());
    out.signed(releasedAt);
    out.unsigned(reports.size());
    reports.forEach(report -> write(report, out));
    out.unsigned(bits(warned));
    out.unsigned(bits(breached));
    write(told, out);
  }

  private static void write(Report report, ByteSink out) {
    out.fixed8(report.stage().ordinal());
    out.text(report.name());
    out.text(report.reason());
    out.text(report.owner());
    out.signed(report.occurredAt());
  }

  /** One as it was written. */
  public static HandOff read(ByteSource in) {
    HandOff handOff = new HandOff(in.text(), in.text(), in.text(), in.signed());
    for (int left = in.count(); left > 0; left--) {
      handOff.reports.add(readReport(in));
    }
    addAll(in.unsigned(), handOff.warned);
    addAll(in.unsigned(), handOff.breached);
    handOff.told = readReport(in);
    return handOff;
  }

  private static Report readReport(ByteSource in) {
    return new Report(STAGES[in.fixed8()], in.text(), in.text(), in.text(), in.signed());
  }

  private static long bits(Set<Duty> duties) {
    long bits = 0;
    for (Duty duty : duties) {
      bits |= 1L << duty.ordinal();
    }
    return bits;
  }

  private static void addAll(long bits, Set<Duty> duties) {
    for (Duty duty : DUTIES) {
      if ((bits & 1L << duty.ordinal()) != 0) {
        duties.add(duty);
      }
    }
  }
}
