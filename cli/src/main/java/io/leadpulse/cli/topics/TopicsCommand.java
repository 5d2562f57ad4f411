package io.leadpulse.cli.topics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadpulse topics}: the topics of a Kafka from their plan. */
@Command(
    name = "topics",
    description = "Compares topics with their plan, config/topics.yaml, and makes them so.",
    subcommands = {PlanCommand.class, ApplyCommand.class, ExportCommand.class},
    footer = "  leadpulse topics plan")
public final class TopicsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: plan, apply or export");
  }
}
