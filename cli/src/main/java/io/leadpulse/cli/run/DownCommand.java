package io.leadpulse.cli.run;

import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.StackLock;
import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leadpulse down}: ends the stack that runs in this home. */
@Command(
    name = "down",
    description = "Ends the stack that `up` or `demo` runs here; its data stays.",
    footer = "  leadpulse down")
public final class DownCommand implements Runnable {
  /** A last savepoint may take its time. */
  private static final int PATIENCE_SECONDS = 90;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    ProcessHandle stack = owner(Home.current());
    long start = System.nanoTime();
    stack.destroy();
    try {
      stack.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw CliException.failure(
          "process %d has not ended in %d s; its log is in .leadpulse/logs"
              .formatted(stack.pid(), PATIENCE_SECONDS),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CliException.failure("interrupted", e);
    }
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "ended process %d in %.1f s%n",
            stack.pid(),
            (System.nanoTime() - start) / 1e9);
  }

  private static ProcessHandle owner(Home home) {
    try {
      ProcessHandle owner = StackLock.owner(home);
      if (owner != null) {
        return owner;
      }
    } catch (IOException e) {
      throw CliException.failure("%s cannot be read".formatted(home.state()), e);
    }
    throw CliException.failure("no stack is running in " + home.folder());
  }
}
