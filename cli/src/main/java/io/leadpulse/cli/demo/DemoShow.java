package io.leadpulse.cli.demo;

import io.leadpulse.cli.simulate.EventSender;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.RunningJob;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.Interrupts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What is seen while the simulator sends: the first hot lead, then a line that keeps up. */
final class DemoShow {
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final Home home;
  private final DemoSettings settings;
  private final ScoreBoard board;
  private final StatusLine status;
  private final Interrupts interrupts;
  private final long start;
  private boolean introduced;

  /**
   * @param start of the demo, as {@link System#nanoTime}
   */
  DemoShow(
      Home home,
      DemoSettings settings,
      ScoreBoard board,
      PrintWriter err,
      Interrupts interrupts,
      long start) {
    this.home = home;
    this.settings = settings;
    this.board = board;
    this.interrupts = interrupts;
    this.start = start;
    status = new StatusLine(err, System.console() != null);
  }

  /** Sends until the time is over or the user interrupts. */
  void play(EventSender sender, RunningJob job) {
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(
            () -> sender.run(settings.rate()), task -> new Thread(task, "simulator").start());
    long begun = System.nanoTime();
    long before = 0;
    while (!isOver(begun) && !interrupts.await(BEAT) && !sending.isDone()) {
      if (!job.isAlive()) {
        throw CliException.failure("the job failed: " + job.lastFailure());
      }
      introduceFirstHotLead();
      long sent = sender.report().engagements();
      status.update(sent - before, board.glance());
      before = sent;
    }
    sender.stop();
    status.end();
    join(sending);
  }

  private boolean isOver(long begun) {
    Duration length = settings.length();
    return length != null && System.nanoTime() - begun >= length.toNanos();
  }

  private void introduceFirstHotLead() {
    if (introduced) {
      return;
    }
    board
        .firstRaised()
        .ifPresent(
            alert -> {
              double seconds = (System.nanoTime() - start) / 1e9;
              new FirstHotLead(home.folder()).lines(alert, seconds).forEach(status::say);
              introduced = true;
            });
  }

  private static void join(CompletableFuture<Void> sending) {
    try {
      sending.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CliException known ? known : e;
    }
  }
}
