package io.leadpulse.cli.simulate;

import io.leadpulse.cli.simulate.EventSender.Limit;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.Interrupts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A sender at work in a thread of its own, so that the command heeds Ctrl-C and tells of it. */
final class BackgroundSending {
  private static final Duration BEAT = Duration.ofMillis(200);
  private static final int BEATS_PER_LINE = 25;

  private final EventSender sender;
  private final CompletableFuture<Void> sending;

  /** Begins to send. */
  BackgroundSending(EventSender sender, int rate, Limit limit) {
    this.sender = sender;
    sending =
        CompletableFuture.runAsync(
            () -> sender.run(rate, limit), task -> new Thread(task, "simulator").start());
  }

  /**
   * Waits for the limit or the user, and says every few seconds how far it is.
   *
   * @throws CliException if the broker refuses a record
   */
  void await(Interrupts interrupts, PrintWriter err) {
    for (int beat = 1; !sending.isDone() && !interrupts.await(BEAT); beat++) {
      if (beat % BEATS_PER_LINE == 0) {
        SendReport report = sender.report();
        err.printf(
            Locale.ROOT, "%,d events sent, %,d leads%n", report.engagements(), report.leads());
        err.flush();
      }
    }
    sender.stop();
    try {
      sending.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CliException known ? known : e;
    }
  }
}
