package io.leadpulse.cli.demo;

import io.leadpulse.cli.quarter.DayWatcher;
import io.leadpulse.cli.quarter.QuarterBooks;
import io.leadpulse.schemas.HandOffKind;
import io.leadpulse.schemas.TeamDay;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells each day of two teams in a line. */
final class SalesShow implements DayWatcher {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ROOT);

  private final PrintWriter out;
  private int breached;
  private int moved;

  SalesShow(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void rested(LocalDate day) {
    out.printf("%-11s nobody works%n", DAY.format(day));
    out.flush();
  }

  @Override
  public void worked(LocalDate day, QuarterBooks books) {
    out.printf("%-11s", DAY.format(day));
    books.newest().forEach(this::team);
    int nowMoved = books.count(HandOffKind.MOVED);
    int nowBreached = books.count(HandOffKind.BREACHED);
    out.printf(
        " sales reported %d steps, missed %d deadlines%n",
        nowMoved - moved, nowBreached - breached);
    out.flush();
    moved = nowMoved;
    breached = nowBreached;
  }

  private void team(String team, TeamDay day) {
    out.printf(
        Locale.ROOT,
        " %s got %d of at most %d (score %.0f) and %d at once, %d wait;",
        team,
        day.getReleased(),
        day.getBudget(),
        day.getMeanReleasedMilli() / 1_000.0,
        day.getHandRaises(),
        day.getWaiting());
  }
}
