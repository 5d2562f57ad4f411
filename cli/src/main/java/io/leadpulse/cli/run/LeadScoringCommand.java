package io.leadpulse.cli.run;

import io.leadpulse.cli.stack.JobForm;
import picocli.CommandLine.Command;

/** {@code leadpulse run lead-scoring}: the scoring job, until it is ended or has read all. */
@Command(
    name = "lead-scoring",
    description = {
      "Scores leads, from the topics of a Kafka to the topics of the same.",
      "In this process it goes on from the newest checkpoint in checkpoint.dir. With --cluster it is"
          + " submitted to a Flink cluster, as `flink run JAR --config FILE` does, begins anew"
          + " without --from, and does not end with this command."
    },
    footer = {
      "  leadpulse run lead-scoring --config config/lead-scoring.yaml",
      "  leadpulse run lead-scoring --config config/lead-scoring.yaml --cluster 127.0.0.1:8081"
    })
final class LeadScoringCommand extends JobCommand {
  @Override
  JobForm form() {
    return JobForm.LEAD_SCORING;
  }
}
