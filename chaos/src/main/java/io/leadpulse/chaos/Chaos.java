package io.leadpulse.chaos;

import io.leadpulse.chaos.cluster.ClusterCommand;
import io.leadpulse.chaos.exactlyonce.ExactlyOnceCommand;
import io.leadpulse.chaos.fuzz.FuzzCommand;
import io.leadpulse.chaos.handoff.HandOffCommand;
import io.leadpulse.chaos.identity.IdentityCommand;
import io.leadpulse.chaos.rescale.RescaleCommand;
import io.leadpulse.chaos.rescore.RescoreCommand;
import io.leadpulse.cli.terminal.ErrorLine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code chaos/run} command; every verb is a subcommand of it. */
@Command(
    name = "chaos/run",
    description = "Runs Leadpulse as the processes of a cluster, and breaks them on purpose.",
    subcommands = {
      ClusterCommand.class,
      ExactlyOnceCommand.class,
      FuzzCommand.class,
      HandOffCommand.class,
      IdentityCommand.class,
      RescaleCommand.class,
      RescoreCommand.class
    })
public final class Chaos implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "On a failure, show the stack trace too.")
  private boolean verbose;

  Chaos() {}

  public static void main(String[] args) {
    // Explicit, because Flink's client leaves threads behind.
    System.exit(
        commandLine()
            .setOut(utf8(FileDescriptor.out))
            .setErr(utf8(FileDescriptor.err))
            .execute(args));
  }

  static CommandLine commandLine() {
    ErrorLine errors = new ErrorLine(System.getenv());
    return new CommandLine(new Chaos())
        .setUsageHelpWidth(100)
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
