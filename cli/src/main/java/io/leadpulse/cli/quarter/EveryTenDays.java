package io.leadpulse.cli.quarter;

import io.leadpulse.cli.terminal.Progress;
import java.time.LocalDate;

/** Says now and then how far it is. */
final class EveryTenDays implements DayWatcher {
  private static final int DAYS = 10;

  private final Progress progress;
  private int done;

  EveryTenDays(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void rested(LocalDate day) {
    // Nothing to say.
  }

  @Override
  public void worked(LocalDate day, QuarterBooks books) {
    if (++done % DAYS == 0) {
      progress.say("  %s: %s".formatted(day, books.line()));
    }
  }
}
