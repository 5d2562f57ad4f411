package io.leadpulse.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.cli.stack.JobView;
import io.leadpulse.cli.terminal.Spans;
import io.leadpulse.jobs.config.JobConfig;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether checkpoints complete, soon enough for the transactions that wait for them. */
final class CheckpointHealth implements Examination {
  /** Times its longest a checkpoint may be away before it is more than a warning. */
  private static final int FAR_TOO_LATE = 3;

  private final JobView job;
  private final @Nullable JobConfig config;

  CheckpointHealth(JobView job, @Nullable JobConfig config) {
    this.job = job;
    this.config = config;
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(Check.CHECKPOINT_AGE, Check.CHECKPOINT_FAILURES, Check.TRANSACTION_OUTAGE);
  }

  @Override
  public void examine(Findings findings) {
    JsonNode checkpoints = job.checkpoints();
    JsonNode settings = job.checkpointSettings();
    Duration interval = Duration.ofMillis(settings.path("interval").asLong());
    Duration timeout = Duration.ofMillis(settings.path("timeout").asLong());
    judgeAge(job.details(), checkpoints, interval.plus(timeout).toMillis(), findings);
    judgeFailures(checkpoints, findings);
    if (config == null) {
      findings.notChecked(Check.TRANSACTION_OUTAGE, "there is no valid configuration of the job");
    } else {
      judgeOutage(config, interval, timeout, findings);
    }
  }

  private static void judgeAge(
      JsonNode details, JsonNode checkpoints, long longest, Findings findings) {
    JsonNode last = checkpoints.at("/latest/completed");
    boolean none = last.isMissingNode() || last.isNull();
    long since =
        none
            ? details.at("/timestamps/RUNNING").asLong()
            : last.path("latest_ack_timestamp").asLong();
    long age = Math.max(0, details.path("now").asLong() - since);
    String what = none ? "no checkpoint yet, the job runs for " : "the last one completed before ";
    Severity severity = Severity.ok;
    if (age > longest) {
      severity = age > FAR_TOO_LATE * longest ? Severity.problem : Severity.warning;
    }
    findings.add(
        Check.CHECKPOINT_AGE,
        severity,
        "%s%s; interval and timeout together are %s",
        what,
        Spans.of(age),
        Spans.of(longest));
  }

  /** What is declined while tasks start is counted by Flink, but is in no list, and no matter. */
  private static void judgeFailures(JsonNode checkpoints, Findings findings) {
    int inARow = 0;
    for (JsonNode checkpoint : checkpoints.path("history")) {
      String status = checkpoint.path("status").asText();
      if (status.equals("COMPLETED")) {
        break;
      }
      inARow += status.equals("FAILED") ? 1 : 0;
    }
    if (inARow == 0) {
      findings.ok(
          Check.CHECKPOINT_FAILURES,
          "none since the last of %d that completed",
          checkpoints.at("/counts/completed").asLong());
    } else {
      findings.add(
          Check.CHECKPOINT_FAILURES,
          inARow > 1 ? Severity.problem : Severity.warning,
          "%d in a row, the last: %s",
          inARow,
          checkpoints.at("/latest/failed/failure_message").asText("no reason given"));
    }
  }

  static void judgeOutage(
      JobConfig config, Duration interval, Duration timeout, Findings findings) {
    Duration maxDelay = config.restart().maxDelay();
    Duration least = interval.plus(timeout.plus(maxDelay).multipliedBy(3));
    Duration given = config.kafka().transactionTimeout();
    findings.add(
        Check.TRANSACTION_OUTAGE,
        given.compareTo(least) < 0 ? Severity.problem : Severity.ok,
        "transaction.timeout is %s; interval %s, timeout %s and restart.max-delay %s need %s",
        Spans.of(given),
        Spans.of(interval),
        Spans.of(timeout),
        Spans.of(maxDelay),
        Spans.of(least));
  }
}
