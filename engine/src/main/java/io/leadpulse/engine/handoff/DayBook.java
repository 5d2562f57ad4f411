package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.calendar.BusinessCalendar;
import io.leadpulse.engine.handoff.TeamEvent.DayEnded;
import java.time.LocalDate;
import java.util.List;

/** What a team was handed over on the business day that runs; what comes at night is the next's. */
final class DayBook {
  private final BusinessCalendar calendar;

  /** When the day ends; {@link Long#MAX_VALUE} before any time has passed. */
  private long end = Long.MAX_VALUE;

  private int released;
  private int atOnce;
  private int unworked;
  private long releasedMilli;

  DayBook(BusinessCalendar calendar) {
    this.calendar = calendar;
  }

  long end() {
    return end;
  }

  /** Begins with the day of an instant, if it has not begun. */
  void begin(long now) {
    if (end == Long.MAX_VALUE) {
      end = calendar.endOfBusinessDay(now);
    }
  }

  void released(Candidate candidate, boolean paced) {
    if (paced) {
      released++;
      releasedMilli += candidate.intentMilli();
    } else {
      atOnce++;
    }
  }

  void unworked() {
    unworked++;
  }

  /** Ends the day that runs, and begins the next. */
  DayEnded close(int budget, List<Candidate> waiting) {
    LocalDate date = calendar.dateOf(end);
    long waitingMilli = waiting.stream().mapToLong(Candidate::intentMilli).sum();
    DayEnded day =
        new DayEnded(
            date,
            budget,
            released,
            atOnce,
            waiting.size(),
            unworked,
            mean(releasedMilli, released),
            mean(waitingMilli, waiting.size()));
    end = calendar.closeOf(calendar.plusBusinessDays(date, 1));
    released = 0;
    atOnce = 0;
    unworked = 0;
    releasedMilli = 0;
    return day;
  }

  private static long mean(long sum, int count) {
    return count == 0 ? 0 : sum / count;
  }

  void write(ByteSink out) {
    out.signed(end);
    out.unsigned(released);
    out.unsigned(atOnce);
    out.unsigned(unworked);
    out.signed(releasedMilli);
  }

  void read(ByteSource in) {
    end = in.signed();
    released = in.count();
    atOnce = in.count();
    unworked = in.count();
    releasedMilli = in.signed();
  }
}
