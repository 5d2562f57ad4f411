package io.leadpulse.cli.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.SalesActivityReason;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportCommandsTest {

  @Test
  void refuseAReasonThatNobodyKnowsAndListThoseThereAre() {
    Invocation run = run("reject", "lead-7", "--reason", "too-tall");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains(
            "'too-tall' is none of bad-timing, competitor, employee, left, no-budget, no-need,"
                + " other, partner, student, wrong-information");
    assertThat(run("lost", "lead-7", "--reason", "NONE").err()).contains("'NONE' is none of");
  }

  @Test
  void refuseARejectionWithoutAReason() {
    Invocation run = run("reject", "lead-7");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("Missing required option: '--reason=REASON'");
  }

  @Test
  void refuseWhatLiesAhead() {
    Invocation run = run("won", "lead-7", "--at", "9999-01-01T00:00:00Z");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--at lies ahead");
  }

  @Test
  void refuseWhatIsNoId() {
    assertThat(run("accept").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("accept", " ").err()).contains("a lead's id is blank");
    assertThat(run("accept", "lead-7", "t@example.jp").err()).contains("is a mail address");
  }

  @Test
  void haveAReasonOnlyWhereOneApplies() {
    assertThat(run("accept", "lead-7", "--reason", "other").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void sayWhatTheyDid() {
    SalesActivity activity =
        new SalesReport(
                SalesActivityKind.REJECTED,
                SalesActivityReason.NO_BUDGET,
                Instant.parse("2026-01-22T03:00:00.123456Z"),
                "tanaka",
                "inside",
                "ISAL")
            .of("lead-7", "e1");
    assertThat(activity)
        .isEqualTo(
            SalesActivity.newBuilder()
                .setEventId("e1")
                .setOccurredAt(Instant.parse("2026-01-22T03:00:00.123Z"))
                .setLeadId("lead-7")
                .setKind(SalesActivityKind.REJECTED)
                .setReason(SalesActivityReason.NO_BUDGET)
                .setOwner("tanaka")
                .setTeam("inside")
                .setStage("ISAL")
                .build());
    assertThat(SalesReport.Sent.of(activity).line())
        .isEqualTo("lead-7: rejected (no-budget) at 2026-01-22T03:00:00.123Z, event e1");
  }

  private static Invocation run(String... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = "handoffs";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    return Invocation.of(words);
  }
}
