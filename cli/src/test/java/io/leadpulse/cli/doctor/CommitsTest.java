package io.leadpulse.cli.doctor;

import static io.leadpulse.cli.doctor.FindingAssert.assertFound;
import static io.leadpulse.cli.doctor.FindingAssert.assertNotChecked;
import static io.leadpulse.cli.doctor.RecordedFlink.NOW;
import static io.leadpulse.cli.doctor.RecordedFlink.completed;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.jobs.config.JobConfig;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Figures are failed, total and successful committables. */
class CommitsTest {
  private static final long MINUTE = 60_000;
  private static final String CHECKPOINT =
      "{'id':28,'is_savepoint':false,'restore_timestamp':%d}".formatted(NOW);
  private static final String SAVEPOINT =
      "{'id':28,'is_savepoint':true,'restore_timestamp':%d}".formatted(NOW);

  private int pauses;

  @Test
  void isFineWhileNoneFails() throws Exception {
    assertOk(examine(flink -> looks(flink, 0, 9, 8)), "none of 9 in this attempt");
    assertThat(pauses).isZero();
  }

  @Test
  void knowsThatWithoutARestoreAFailureIsALoss() throws Exception {
    assertLoss(examine(flink -> looks(flink, 1, 9, 8)), "1, and the job restored nothing before");
  }

  @Test
  void takesThoseOfAShortRestoreForCommittedBefore() throws Exception {
    assertOk(
        examine(flink -> looks(restored(flink, CHECKPOINT, 2 * MINUTE), 2, 9, 9)),
        "2, as after any restore");
    assertThat(pauses).isZero();
  }

  @Test
  void waitsForTransactionsThatAreOnTheirWay() throws Exception {
    assertOk(
        examine(
            flink ->
                restored(flink, CHECKPOINT, MINUTE)
                    .committables(
                        List.of(new long[] {2, 9, 7}, new long[] {2, 9, 7}, new long[] {2, 9, 9}))),
        "2, as after any restore");
    assertThat(pauses).isBetween(1, 3);
  }

  @Test
  void noticesFailuresAfterTheRestore() throws Exception {
    assertLoss(
        examine(flink -> looks(restored(flink, CHECKPOINT, MINUTE), 3, 9, 8)),
        "3, at least 1 since the last restore");
  }

  @Test
  void isLoudWhenTheJobWasAwayForLongerThanATransactionLives() throws Exception {
    assertLoss(
        examine(flink -> looks(restored(flink, CHECKPOINT, 20 * MINUTE), 2, 9, 9)),
        "2 at a restore 20 min 10 s after their beginning, and transaction.timeout is 15 min");
  }

  @Test
  void trustsASavepointHoweverOld() throws Exception {
    assertOk(
        examine(flink -> looks(restored(flink, SAVEPOINT, 20 * MINUTE), 2, 9, 9)),
        "2, of a savepoint that was committed before");
  }

  @Test
  void saysWhenItCannotTell() throws Exception {
    assertFound(
        examine(flink -> looks(flink.checkpoints("null", CHECKPOINT), 2, 9, 9)),
        Check.FAILED_COMMITTABLES,
        Severity.warning,
        "how long the job was away cannot be seen");
    assertNotChecked(examine(flink -> flink), Check.FAILED_COMMITTABLES, "no metrics");
  }

  private static void assertOk(Checkup checkup, String seen) {
    FindingAssert.assertOk(checkup, Check.FAILED_COMMITTABLES, seen);
  }

  private static void assertLoss(Checkup checkup, String seen) {
    assertFound(checkup, Check.FAILED_COMMITTABLES, Severity.problem, seen);
  }

  private static RecordedFlink looks(RecordedFlink flink, long failed, long total, long good) {
    return flink.committables(List.of(new long[] {failed, total, good}));
  }

  /** From a checkpoint that was triggered so many milliseconds before. */
  private static RecordedFlink restored(RecordedFlink flink, String what, long age) {
    return flink.checkpoints("null", what, completed(28, NOW - age + 113));
  }

  private Checkup examine(UnaryOperator<RecordedFlink> change) throws Exception {
    JobConfig config = JobConfig.parse("test", "kafka.bootstrap-servers: x:1");
    Findings findings = new Findings();
    new Commits(change.apply(new RecordedFlink()).job(), config, () -> pauses++).examine(findings);
    return Checkup.of(findings);
  }
}
