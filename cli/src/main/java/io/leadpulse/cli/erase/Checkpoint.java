package io.leadpulse.cli.erase;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.cli.stack.FlinkApi;
import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.stack.JobView;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.jobs.config.FlinkSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint or savepoint that can be searched.
 *
 * @param name as people know it
 * @param address as Flink tells it
 * @param olderGoneBy when the ones before it are gone, if checkpoints go on as they do; null if
 *     they stay until somebody removes them
 */
record Checkpoint(String name, String address, @Nullable Instant olderGoneBy) {

  /**
   * The newest one of the job of that form that runs, or of the one that ran last.
   *
   * @throws CliException if there is no such job, or none that it can be found by
   */
  static Checkpoint newest(FlinkApi flink, JobForm form) {
    JobView job =
        JobView.find(flink, form)
            .orElseThrow(() -> CliException.failure("this Flink has no job " + form.jobName()));
    JsonNode last = job.checkpoints().at("/latest/completed");
    String address = last.path("external_path").asText();
    if (!address.contains("/")) {
      throw CliException.failure("the job has no checkpoint in a file system");
    }
    Duration interval = Duration.ofMillis(job.checkpointSettings().path("interval").asLong());
    Instant completed = Instant.ofEpochMilli(last.path("latest_ack_timestamp").asLong());
    return new Checkpoint(
        "%s checkpoint %d".formatted(form.jobName(), last.path("id").asLong()),
        address,
        completed.plus(interval.multipliedBy(FlinkSettings.RETAINED_CHECKPOINTS)));
  }

  /** Whether nobody but its owner removes it. */
  boolean isKept() {
    return olderGoneBy == null;
  }

  /**
   * One that the user named.
   *
   * @param place a folder, or its URI
   */
  static Checkpoint named(String place) {
    String address = place.contains(":/") ? place : Path.of(place).toUri().toString();
    return new Checkpoint(place, address, null);
  }
}
