package io.leadpulse.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code leadpulse} command; every verb is a subcommand of it. */
@Command(
    name = "leadpulse",
    description = "Scores leads as they act, and tells sales when one is hot.",
    mixinStandardHelpOptions = true,
    versionProvider = Leadpulse.ManifestVersion.class)
public final class Leadpulse implements Runnable {
  @Spec private CommandSpec spec;

  Leadpulse() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Leadpulse()).execute(args));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
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
