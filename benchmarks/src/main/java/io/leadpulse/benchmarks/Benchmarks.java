package io.leadpulse.benchmarks;

import io.leadpulse.benchmarks.baseline.BaselineCommand;
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

/** The {@code benchmarks/run} command; every measurement is a subcommand of it. */
@Command(
    name = "benchmarks/run",
    description = "Measures Leadpulse on this machine.",
    subcommands = BaselineCommand.class)
public final class Benchmarks implements Runnable {
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

  Benchmarks() {}

  public static void main(String[] args) {
    ErrorLine errors = new ErrorLine(System.getenv());
    CommandLine commands =
        new CommandLine(new Benchmarks())
            .setUsageHelpWidth(100)
            .setExecutionExceptionHandler(errors)
            .setParameterExceptionHandler(errors)
            .setOut(utf8(FileDescriptor.out))
            .setErr(utf8(FileDescriptor.err));
    // Explicit, because the broker leaves threads behind.
    System.exit(commands.execute(args));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
