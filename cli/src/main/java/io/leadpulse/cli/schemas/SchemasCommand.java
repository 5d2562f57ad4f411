package io.leadpulse.cli.schemas;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadpulse schemas}: the contracts of all topics in a schema registry. */
@Command(
    name = "schemas",
    description = "Puts the contracts of all topics into a schema registry.",
    subcommands = RegisterCommand.class,
    footer = "  leadpulse schemas register --schema-registry http://localhost:8081 --dry-run")
public final class SchemasCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: register");
  }
}
