package io.leadpulse.cli.demo;

import io.leadpulse.cli.demo.ScoreBoard.Glance;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * What goes on, in one line that is written over in place on a terminal, and now and then as a line
 * of its own elsewhere.
 */
final class StatusLine {
  /** Where lines pile up, every so many updates is often enough. */
  private static final int SPARSE = 10;

  private static final String OVERWRITE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean terminal;
  private int updates;
  private boolean open;

  /**
   * @param terminal whether {@code err} can write over a line
   */
  StatusLine(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /** Shows the state of a second. */
  void update(long eventsPerSecond, Glance glance) {
    String line =
        String.format(
            Locale.ROOT,
            "  %,d events/s   %,d leads   %,d hot   %,d alerts   latency %,d ms",
            eventsPerSecond,
            glance.leads(),
            glance.hot(),
            glance.alertsRaised(),
            glance.latency());
    if (terminal) {
      err.print(OVERWRITE + line);
      open = true;
    } else if (updates++ % SPARSE == 0) {
      err.println(line);
    }
    err.flush();
  }

  /** Writes a line that stays. */
  void say(String line) {
    end();
    err.println(line);
    err.flush();
  }

  /** Ends the line in place, so that others may write. */
  void end() {
    if (open) {
      err.print(OVERWRITE);
      open = false;
    }
  }
}
