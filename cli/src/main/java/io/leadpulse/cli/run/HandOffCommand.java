package io.leadpulse.cli.run;

import io.leadpulse.cli.stack.JobForm;
import picocli.CommandLine.Command;

/** {@code leadpulse run hand-off}: the hand-off job, until it is ended or has read all. */
@Command(
    name = "hand-off",
    description = {
      "Hands hot leads over to sales teams, from the topics of a Kafka to the topics of the same.",
      "In this process it goes on from the newest checkpoint in checkpoint.dir. With --cluster it is"
          + " submitted to a Flink cluster, begins anew without --from, and does not end with this"
          + " command."
    },
    footer = {
      "  leadpulse run hand-off --config config/hand-off.yaml",
      "  leadpulse run hand-off --config config/hand-off.yaml --cluster 127.0.0.1:8081"
    })
final class HandOffCommand extends JobCommand {
  @Override
  JobForm form() {
    return JobForm.HAND_OFF;
  }
}
