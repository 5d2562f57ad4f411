package io.leadpulse.cli.run;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadpulse run}: a job against a Kafka that is there. */
@Command(
    name = "run",
    description =
        "Runs a job against a Kafka that you have, in this process or on a Flink cluster.",
    subcommands = {LeadScoringCommand.class, HandOffCommand.class},
    footer = {
      "  leadpulse run lead-scoring --config config/lead-scoring.yaml",
      "  leadpulse run hand-off --config config/hand-off.yaml"
    })
public final class RunCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing job: lead-scoring or hand-off");
  }
}
