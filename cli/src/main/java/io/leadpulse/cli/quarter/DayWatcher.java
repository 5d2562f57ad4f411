package io.leadpulse.cli.quarter;

import java.time.LocalDate;

/** Is told of each day. */
public interface DayWatcher {
  /** Nobody worked. */
  void rested(LocalDate day);

  /** A business day is over. */
  void worked(LocalDate day, QuarterBooks books);
}
