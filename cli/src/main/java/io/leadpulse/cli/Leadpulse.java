package io.leadpulse.cli;

import io.leadpulse.cli.conformance.ConformanceCommand;
import io.leadpulse.cli.demo.DemoCommand;
import io.leadpulse.cli.doctor.DoctorCommand;
import io.leadpulse.cli.erase.EraseCommand;
import io.leadpulse.cli.imports.ImportCommand;
import io.leadpulse.cli.model.ModelCommand;
import io.leadpulse.cli.read.AccountsCommand;
import io.leadpulse.cli.read.AlertsCommand;
import io.leadpulse.cli.read.ExplainCommand;
import io.leadpulse.cli.read.FunnelCommand;
import io.leadpulse.cli.read.HandoffsCommand;
import io.leadpulse.cli.read.ScoresCommand;
import io.leadpulse.cli.run.DownCommand;
import io.leadpulse.cli.run.RunCommand;
import io.leadpulse.cli.run.StopCommand;
import io.leadpulse.cli.run.UpCommand;
import io.leadpulse.cli.schemas.SchemasCommand;
import io.leadpulse.cli.simulate.SimulateCommand;
import io.leadpulse.cli.terminal.ErrorLine;
import io.leadpulse.cli.topics.TopicsCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code leadpulse} command; every verb is a subcommand of it. */
@Command(
    name = "leadpulse",
    description = "Scores leads as they act, and tells sales when one is hot.",
    versionProvider = Leadpulse.ManifestVersion.class)
public final class Leadpulse implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "On a failure, show the stack trace too.")
  private boolean verbose;

  Leadpulse() {}

  public static void main(String[] args) {
    // Explicit, because the broker and the cluster leave threads behind.
    System.exit(
        commandLine()
            .setOut(utf8(FileDescriptor.out))
            .setErr(utf8(FileDescriptor.err))
            .execute(args));
  }

  static CommandLine commandLine() {
    ErrorLine errors = new ErrorLine(System.getenv());
    CommandLine root = new CommandLine(new Leadpulse());
    groups().addTo(root);
    return root.setUsageHelpWidth(100)
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors);
  }

  private static CommandGroups groups() {
    return new CommandGroups()
        .group(
            "To run it:",
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            RunCommand.class,
            StopCommand.class)
        .group("Events:", SimulateCommand.class, ImportCommand.class)
        .group(
            "Results:",
            ScoresCommand.class,
            AccountsCommand.class,
            AlertsCommand.class,
            ExplainCommand.class,
            HandoffsCommand.class,
            FunnelCommand.class)
        .group("Scoring models:", ModelCommand.class, ConformanceCommand.class)
        .group(
            "Operation:",
            TopicsCommand.class,
            SchemasCommand.class,
            DoctorCommand.class,
            EraseCommand.class);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  /** Japanese text has to survive a POSIX locale. */
  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** The version that the build wrote into the jar's manifest. */
  static final class ManifestVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Leadpulse.class.getPackage().getImplementationVersion();
      return new String[] {"leadpulse " + (version == null ? "(not packaged)" : version)};
    }
  }
}
