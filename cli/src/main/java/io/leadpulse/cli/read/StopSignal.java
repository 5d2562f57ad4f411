package io.leadpulse.cli.read;

import org.jline.utils.Signals;

/** Ctrl-C and the system's request to end, for commands that run until told otherwise. */
final class StopSignal {
  private StopSignal() {}

  /** Runs {@code stop} on such a signal, in place of the end of the process with an error. */
  static void heed(Runnable stop) {
    Signals.register("INT", stop);
    Signals.register("TERM", stop);
  }
}
