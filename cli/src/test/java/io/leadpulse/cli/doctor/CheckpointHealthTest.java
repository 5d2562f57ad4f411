package io.leadpulse.cli.doctor;

import static io.leadpulse.cli.doctor.FindingAssert.assertFound;
import static io.leadpulse.cli.doctor.FindingAssert.assertNotChecked;
import static io.leadpulse.cli.doctor.FindingAssert.assertOk;
import static io.leadpulse.cli.doctor.RecordedFlink.NOW;
import static io.leadpulse.cli.doctor.RecordedFlink.completed;
import static io.leadpulse.cli.doctor.RecordedFlink.failed;

import io.leadpulse.jobs.config.JobConfig;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckpointHealthTest {
  private static final long MINUTE = 60_000;
  private static final String REASON = "{'failure_message':'Checkpoint expired'}";

  @Test
  void isFineWhileCheckpointsComplete() throws Exception {
    Checkup checkup = examine(flink -> flink);
    assertOk(checkup, Check.CHECKPOINT_AGE, "the last one completed before 5 s");
    assertOk(checkup, Check.CHECKPOINT_FAILURES, "none since the last of 28");
    assertOk(checkup, Check.TRANSACTION_OUTAGE, "transaction.timeout is 15 min");
  }

  @Test
  void noticesThatTheLastCheckpointIsOld() throws Exception {
    assertFound(
        examine(flink -> flink.checkpoints("null", "null", completed(1, NOW - 4 * MINUTE))),
        Check.CHECKPOINT_AGE,
        Severity.warning,
        "the last one completed before 4 min; interval and timeout together are 3 min 10 s");
    assertFound(
        examine(flink -> flink.checkpoints("null", "null", completed(1, NOW - 10 * MINUTE))),
        Check.CHECKPOINT_AGE,
        Severity.problem,
        "before 10 min");
  }

  @Test
  void noticesThatThereIsNone() throws Exception {
    assertFound(
        examine(flink -> flink.checkpoints("null", "null")),
        Check.CHECKPOINT_AGE,
        Severity.problem,
        "no checkpoint yet, the job runs for 1 h");
  }

  @Test
  void countsFailuresSinceTheLastThatCompleted() throws Exception {
    String good = completed(7, NOW - 5_000);
    assertOk(
        examine(flink -> flink.checkpoints(REASON, "null", good, failed(6))),
        Check.CHECKPOINT_FAILURES,
        "none");
    assertFound(
        examine(flink -> flink.checkpoints(REASON, "null", failed(8), good)),
        Check.CHECKPOINT_FAILURES,
        Severity.warning,
        "1 in a row, the last: Checkpoint expired");
    assertFound(
        examine(flink -> flink.checkpoints(REASON, "null", failed(9), failed(8), good)),
        Check.CHECKPOINT_FAILURES,
        Severity.problem,
        "2 in a row");
  }

  @Test
  void noticesThatTheRunningJobNeedsLongerTransactions() throws Exception {
    JobConfig config =
        JobConfig.parse(
            "test",
            """
            kafka.bootstrap-servers: x:1
            checkpoint.timeout: 1m
            restart.max-delay: 1s
            transaction.timeout: 4m
            """);
    assertFound(
        examine(flink -> flink, config),
        Check.TRANSACTION_OUTAGE,
        Severity.problem,
        "transaction.timeout is 4 min; interval 10 s, timeout 3 min and restart.max-delay 1 s need"
            + " 9 min 13 s");
    assertNotChecked(
        examine(flink -> flink, null), Check.TRANSACTION_OUTAGE, "no valid configuration");
  }

  private static Checkup examine(UnaryOperator<RecordedFlink> change) throws Exception {
    return examine(change, JobConfig.parse("test", "kafka.bootstrap-servers: x:1"));
  }

  private static Checkup examine(UnaryOperator<RecordedFlink> change, @Nullable JobConfig config) {
    Findings findings = new Findings();
    new CheckpointHealth(change.apply(new RecordedFlink()).job(), config).examine(findings);
    return Checkup.of(findings);
  }
}
