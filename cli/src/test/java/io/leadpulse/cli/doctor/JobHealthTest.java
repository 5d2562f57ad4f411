package io.leadpulse.cli.doctor;

import static io.leadpulse.cli.doctor.FindingAssert.assertFound;
import static io.leadpulse.cli.doctor.FindingAssert.assertOk;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class JobHealthTest {
  private static final long MINUTE = 60_000;

  @Test
  void isFineWhileTheJobRuns() {
    Checkup checkup = examine(flink -> flink.failures(20 * MINUTE, 30 * MINUTE));
    assertOk(checkup, Check.JOB_RUNNING, "is RUNNING, submitted 30 s");
    assertOk(checkup, Check.JOB_RESTARTS, "none within 10 min");
  }

  @Test
  void tellsTheInnermostCauseOfAJobThatIsDown() {
    Checkup checkup = examine(flink -> flink.state("RESTARTING", 0).failures(1_000));
    assertFound(checkup, Check.JOB_RUNNING, Severity.problem, "is RESTARTING; last failure: ");
    assertFound(checkup, Check.JOB_RUNNING, Severity.problem, "IllegalStateException: the reason");
  }

  @Test
  void noticesPartsThatDoNotRun() {
    assertFound(
        examine(flink -> flink.state("RUNNING", 0)),
        Check.JOB_RUNNING,
        Severity.warning,
        "only 0 of 1");
  }

  @Test
  void takesOneFailureForAWarningAndThreeForAProblem() {
    assertFound(
        examine(flink -> flink.failures(MINUTE, 20 * MINUTE)),
        Check.JOB_RESTARTS,
        Severity.warning,
        "1 failures within 10 min, the last: java.lang.IllegalStateException: the reason");
    assertFound(
        examine(flink -> flink.failures(MINUTE, 2 * MINUTE, 3 * MINUTE)),
        Check.JOB_RESTARTS,
        Severity.problem,
        "3 failures within 10 min");
  }

  private static Checkup examine(UnaryOperator<RecordedFlink> change) {
    Findings findings = new Findings();
    new JobHealth(change.apply(new RecordedFlink()).job()).examine(findings);
    return Checkup.of(findings);
  }
}
