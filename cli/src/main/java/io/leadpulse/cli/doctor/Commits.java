package io.leadpulse.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.cli.stack.JobView;
import io.leadpulse.cli.terminal.Spans;
import io.leadpulse.jobs.config.JobConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether transactions were committed that the job counts on.
 *
 * <p>Flink's {@code failedCommittables} alone says nothing: after any restore the transactions of
 * the checkpoint are committed once more, the broker refuses what is committed already, and each
 * refusal counts. It does mean loss if the attempt restored nothing, if transactions of the attempt
 * itself are among them, or if the job was away for so long that the broker may have given them up.
 */
final class Commits implements Examination {
  private static final String COMMITTER = "__Committer.";
  private static final String FAILED = COMMITTER + "failedCommittables";
  private static final String TOTAL = COMMITTER + "totalCommittables";
  private static final String SUCCESSFUL = COMMITTER + "successfulCommittables";

  /** Looks, a second apart: longer than Flink takes to fetch metrics anew. */
  private static final int LOOKS = 12;

  private final JobView job;
  private final @Nullable JobConfig config;
  private final Runnable pause;

  /**
   * @param pause lasts a second
   */
  Commits(JobView job, @Nullable JobConfig config, Runnable pause) {
    this.job = job;
    this.config = config;
    this.pause = pause;
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(Check.FAILED_COMMITTABLES);
  }

  @Override
  public void examine(Findings findings) {
    Map<String, Long> counts = counts();
    if (sum(counts, TOTAL) < 0) {
      findings.notChecked(
          Check.FAILED_COMMITTABLES, "Flink shows no metrics of committers, or not yet");
      return;
    }
    long failed = sum(counts, FAILED);
    JsonNode checkpoints = job.checkpoints();
    JsonNode restored = checkpoints.at("/latest/restored");
    if (failed == 0) {
      findings.ok(Check.FAILED_COMMITTABLES, "none of %d in this attempt", sum(counts, TOTAL));
    } else if (restored.isMissingNode() || restored.isNull()) {
      findings.problem(
          Check.FAILED_COMMITTABLES, "%d, and the job restored nothing before", failed);
    } else {
      long own = ownFailures(counts);
      if (own > 0) {
        findings.problem(
            Check.FAILED_COMMITTABLES, "%d, at least %d since the last restore", failed, own);
      } else {
        judgeRestore(failed, checkpoints, restored, findings);
      }
    }
  }

  /** Transactions of this attempt that do not get committed, also not while we look. */
  private long ownFailures(Map<String, Long> first) {
    long least = sum(first, TOTAL) - sum(first, SUCCESSFUL);
    for (int look = 1; look < LOOKS && least > 0; look++) {
      pause.run();
      Map<String, Long> counts = counts();
      least = Math.min(least, sum(counts, TOTAL) - sum(counts, SUCCESSFUL));
    }
    return least;
  }

  private void judgeRestore(
      long failed, JsonNode checkpoints, JsonNode restored, Findings findings) {
    if (restored.path("is_savepoint").asBoolean()) {
      findings.ok(
          Check.FAILED_COMMITTABLES, "%d, of a savepoint that was committed before", failed);
      return;
    }
    long begun = begun(checkpoints, restored);
    if (config == null || begun < 0) {
      findings.warning(
          Check.FAILED_COMMITTABLES,
          "%d at the restore of checkpoint %d; how long the job was away cannot be seen",
          failed,
          restored.path("id").asLong());
      return;
    }
    Duration timeout = config.kafka().transactionTimeout();
    long away = restored.path("restore_timestamp").asLong() - begun;
    if (away < timeout.toMillis()) {
      findings.ok(
          Check.FAILED_COMMITTABLES,
          "%d, as after any restore: they were committed before it",
          failed);
    } else {
      findings.problem(
          Check.FAILED_COMMITTABLES,
          "%d at a restore %s after their beginning, and transaction.timeout is %s; if the job was"
              + " cancelled in peace they were committed before",
          failed,
          Spans.of(away),
          Spans.of(timeout));
    }
  }

  /** When the transactions of the restored checkpoint began at the earliest; -1 if unknown. */
  private long begun(JsonNode checkpoints, JsonNode restored) {
    long interval = job.checkpointSettings().path("interval").asLong();
    for (JsonNode checkpoint : checkpoints.path("history")) {
      if (checkpoint.path("id").asLong() == restored.path("id").asLong()) {
        return checkpoint.path("trigger_timestamp").asLong() - interval;
      }
    }
    long written = written(restored.path("external_path").asText());
    return written < 0 ? -1 : written - interval;
  }

  /** When a checkpoint of another run was written; -1 if it is not on this machine. */
  private static long written(String folder) {
    if (!folder.startsWith("file:")) {
      return -1;
    }
    try {
      Path metadata = Path.of(URI.create(folder).getPath()).resolve("_metadata");
      return Files.getLastModifiedTime(metadata).toMillis();
    } catch (IOException | IllegalArgumentException elsewhere) {
      return -1;
    }
  }

  private Map<String, Long> counts() {
    return job.sums(
        name -> name.endsWith(FAILED) || name.endsWith(TOTAL) || name.endsWith(SUCCESSFUL));
  }

  /** Over all sinks; -1 if there is no such metric. */
  private static long sum(Map<String, Long> counts, String metric) {
    return counts.entrySet().stream()
        .filter(count -> count.getKey().endsWith(metric))
        .mapToLong(Map.Entry::getValue)
        .reduce(Long::sum)
        .orElse(-1);
  }
}
