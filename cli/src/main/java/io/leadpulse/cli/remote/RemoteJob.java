package io.leadpulse.cli.remote;

import io.leadpulse.cli.stack.Answer;
import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.stack.JobFailure;
import io.leadpulse.cli.terminal.CliException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.program.ClusterClient;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.jspecify.annotations.Nullable;

/** A job of a cluster; usable until the client of the cluster is closed. */
public final class RemoteJob {
  private static final String SAVEPOINT_DIR = CheckpointingOptions.SAVEPOINT_DIRECTORY.key();

  private final FlinkRest rest;
  private final URI address;
  private final ClusterClient<String> client;
  private final JobID id;

  RemoteJob(URI address, ClusterClient<String> client, JobID id) {
    rest = new FlinkRest(address);
    this.address = address;
    this.client = client;
    this.id = id;
  }

  /** 32 hexadecimal digits. */
  public String id() {
    return id.toHexString();
  }

  /** Its page in Flink's user interface. */
  public String page() {
    return address + "/#/job/running/" + id();
  }

  /** Empty while the cluster does not answer, or when it knows no such job. */
  public Optional<JobStatus> status() {
    try {
      return Optional.of(
          JobStatus.valueOf(rest.get("/jobs/" + id() + "/status").path("status").asText()));
    } catch (CliException away) {
      return Optional.empty();
    }
  }

  /** Why it failed last, in one line; says so if it never did. */
  public String lastFailure() {
    return JobFailure.last(rest, id());
  }

  /**
   * Ends it with a savepoint: what it has read is published, and it can go on from there.
   *
   * @param savepoints a folder as the cluster sees it; null for the one of its configuration
   * @return URI of the savepoint
   * @throws CliException if it has ended already, or cannot take a savepoint
   */
  public String stopWithSavepoint(@Nullable String savepoints, Duration limit) {
    status()
        .filter(JobStatus::isGloballyTerminalState)
        .ifPresent(
            status -> {
              throw CliException.failure("job %s is %s already".formatted(id(), status));
            });
    return stop(/* drain= */ false, savepoints, limit);
  }

  /**
   * Ends it for good: it takes what it has read for the end of its input. A replay judges every
   * lead once more. Nothing can sensibly go on from the savepoint.
   *
   * @param savepoints as in {@link #stopWithSavepoint}
   */
  public String drain(@Nullable String savepoints, Duration limit) {
    return stop(/* drain= */ true, savepoints, limit);
  }

  private String stop(boolean drain, @Nullable String savepoints, Duration limit) {
    try {
      return Answer.of(
          client.stopWithSavepoint(id, drain, savepoints, SavepointFormatType.CANONICAL),
          "the job's end",
          limit);
    } catch (CliException e) {
      if (savepoints == null && String.valueOf(e.getMessage()).contains(SAVEPOINT_DIR)) {
        throw CliException.failure(
            "the cluster sets no %s: give --savepoints DIR".formatted(SAVEPOINT_DIR), e);
      }
      throw e;
    }
  }

  /** Ends it at once; it can go on from its last checkpoint. */
  public void cancel() {
    Answer.of(client.cancel(id), "the job's end");
  }
}
