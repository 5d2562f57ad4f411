package io.leadpulse.cli.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.jobs.LeadScoringJob;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Asks the running job for a savepoint of its own leads; the job goes on meanwhile. */
final class SavepointRequest {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final FlinkRest rest;

  SavepointRequest(URI flink) {
    rest = new FlinkRest(flink);
  }

  /**
   * Has a savepoint written.
   *
   * @param folder that Flink and this process share
   * @return where the savepoint is
   */
  Path into(Path folder) {
    String job = job();
    JsonNode answer =
        rest.post(
            "/jobs/" + job + "/savepoints",
            Map.of("target-directory", folder.toUri().toString(), "cancel-job", false));
    String status = "/jobs/" + job + "/savepoints/" + answer.get("request-id").asText();
    long until = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < until) {
      JsonNode state = rest.get(status);
      if (state.get("status").get("id").asText().equals("COMPLETED")) {
        return location(state.get("operation"));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw CliException.failure("Flink has not written a savepoint within " + LIMIT);
  }

  private static Path location(JsonNode operation) {
    JsonNode location = operation.get("location");
    if (location == null) {
      throw CliException.failure(
          "Flink could not write a savepoint: "
              + operation.path("failure-cause").path("class").asText("no cause given"));
    }
    return Path.of(URI.create(location.asText()).getPath());
  }

  private String job() {
    for (JsonNode job : rest.get("/jobs/overview").get("jobs")) {
      if (job.get("name").asText().equals(LeadScoringJob.NAME)
          && job.get("state").asText().equals("RUNNING")) {
        return job.get("jid").asText();
      }
    }
    throw CliException.failure("no job %s runs on this Flink".formatted(LeadScoringJob.NAME));
  }
}
