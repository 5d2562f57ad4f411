package io.leadpulse.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.cli.stack.JobFailure;
import io.leadpulse.cli.stack.JobView;
import io.leadpulse.cli.terminal.Spans;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Whether the job runs and does not fail again and again. Times are the JobManager's. */
final class JobHealth implements Examination {
  private static final Duration LATELY = Duration.ofMinutes(10);

  /** Restarts within that time from which on it is no accident. */
  private static final int MANY = 3;

  private final JobView job;

  JobHealth(JobView job) {
    this.job = job;
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(Check.JOB_RUNNING, Check.JOB_RESTARTS);
  }

  @Override
  public void examine(Findings findings) {
    JsonNode details = job.details();
    JsonNode failures = job.failures();
    judgeState(details, failures, findings);
    judgeRestarts(details.get("now").asLong(), failures, findings);
  }

  private static void judgeState(JsonNode details, JsonNode failures, Findings findings) {
    String state = details.path("state").asText();
    String seen = "job %s is %s".formatted(details.path("jid").asText(), state);
    int running = details.at("/status-counts/RUNNING").asInt();
    int vertices = details.path("vertices").size();
    if (!state.equals("RUNNING")) {
      String cause =
          failures.isEmpty() ? "" : "; last failure: " + JobFailure.cause(failures.get(0));
      findings.problem(Check.JOB_RUNNING, "%s%s", seen, cause);
    } else if (running < vertices) {
      findings.warning(
          Check.JOB_RUNNING, "%s, but only %d of %d of its parts are", seen, running, vertices);
    } else {
      String since = Spans.of(details.path("duration").asLong());
      findings.ok(Check.JOB_RUNNING, "%s, submitted %s ago", seen, since);
    }
  }

  private void judgeRestarts(long now, JsonNode failures, Findings findings) {
    int recent = 0;
    for (JsonNode failure : failures) {
      recent += now - failure.path("timestamp").asLong() < LATELY.toMillis() ? 1 : 0;
    }
    if (recent == 0) {
      findings.ok(
          Check.JOB_RESTARTS,
          "none within %s, %d since it was submitted",
          Spans.of(LATELY),
          job.restarts());
      return;
    }
    findings.add(
        Check.JOB_RESTARTS,
        recent >= MANY ? Severity.problem : Severity.warning,
        "%d failures within %s, the last: %s",
        recent,
        Spans.of(LATELY),
        JobFailure.cause(failures.get(0)));
  }
}
