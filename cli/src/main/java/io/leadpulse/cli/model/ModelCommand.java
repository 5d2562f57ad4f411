package io.leadpulse.cli.model;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadpulse model}: what scoring models need before they judge. */
@Command(
    name = "model",
    description = "Checks, compares and publishes scoring models.",
    subcommands = {
      ValidateCommand.class,
      DiffCommand.class,
      PublishCommand.class,
      ReleasesCommand.class,
      ImpactCommand.class
    },
    footer = "  leadpulse model validate config/models/b2b-japan.yaml")
public final class ModelCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: validate, diff, publish, releases or impact");
  }
}
