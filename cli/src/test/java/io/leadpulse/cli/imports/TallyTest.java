package io.leadpulse.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.terminal.Progress;
import io.leadpulse.intake.row.Fault;
import io.leadpulse.intake.row.Row;
import io.leadpulse.schemas.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final long SECOND = 1_000_000_000;

  private final StringWriter said = new StringWriter();
  private long nanos = 7;
  private final Tally tally =
      new Tally(new Progress(new PrintWriter(said), () -> nanos), () -> nanos);

  @Test
  void rowsAreWhatWasSentAndWhatWasRefused() {
    refuse("a.log", 3, "time: missing");
    count(new Row.Sent<>(Topics.DEAD_LETTER, "key", null), 2);
    assertThat(tally.summary()).isEqualTo(new ImportSummary(3, 2, 1));
  }

  @Test
  void saysEveryThreeSecondsHowManyRowsThereWere() {
    count(new Row.Sent<>(Topics.DEAD_LETTER, "key", null), 1_000_000);
    assertThat(said.toString()).isEmpty();
    nanos += 4 * SECOND;
    count(new Row.Sent<>(Topics.DEAD_LETTER, "key", null), 1_000);
    assertThat(said.toString()).isEqualToIgnoringNewLines("1,000,192 rows, 250,048/s");
  }

  @Test
  void saysHowOftenAReasonWasMetAndWhereFirst() {
    refuse("a.log", 3, "time: missing");
    refuse("b.log", 4, "time: missing");
    refuse("b.log", 5, "agent: missing");
    tally.tellRefusals();
    assertThat(said.toString().lines())
        .containsExactly(
            "refused 2: time: missing (first at a.log:3)",
            "refused 1: agent: missing (first at b.log:5)");
  }

  @Test
  void reasonsDoNotGrowWithoutBound() {
    for (int i = 0; i < 100; i++) {
      refuse("a.log", i, "reason " + i);
    }
    tally.tellRefusals();
    assertThat(said.toString().lines())
        .hasSize(51)
        .last()
        .isEqualTo("refused 50: other reasons (first at a.log:50)");
  }

  private void refuse(String file, long line, String reason) {
    tally.count(
        new Row.Rejected(Topics.WEB_ACCESS, line, new byte[0], 0, "", Fault.UNREADABLE, reason),
        file);
  }

  private void count(Row row, int times) {
    for (int i = 0; i < times; i++) {
      tally.count(row, "a.log");
    }
  }
}
