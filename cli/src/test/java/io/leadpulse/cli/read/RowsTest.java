package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final RowChange<LeadScoreKey, LeadScore> GONE =
      new RowChange<>(new LeadScoreKey("lead-7", Samples.CARD), null);

  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  @Test
  void showScoresWithLabelsInTheLanguageAskedFor() {
    assertThat(table(Language.en).cells(change(Samples.hot("lead-7"))))
        .containsExactly(
            "lead-7",
            "株式会社ひかり製作所",
            "HOT",
            "A",
            "76.2",
            "6.0 surge",
            "2026-01-29 15:00",
            "Document request 35.5, Pricing page x2 22.7, Product page x14 18.0",
            "price, documents",
            "v3");
    assertThat(table(Language.ja).cells(change(Samples.hot("lead-7"))))
        .contains("6.0 急上昇", "資料請求 35.5, 料金ページ x2 22.7, 製品・サービスページ x14 18.0");
  }

  @Test
  void showAPlainScoreInTheWidthOfTheTerminal() {
    scores(96).first(List.of(change(Samples.score("lead-7", 50).build())), false);
    assertThat(text.toString())
        .isEqualToNormalizingNewlines(
            """
            LEAD    COMPANY  TIER  FIT  INTENT  VELOCITY  HOT UNTIL JST  TOP CONTRIBUTIONS  TOPICS  MODEL
            lead-7  -        WARM  -       0.1  0.0       -              -                  -          v3
            """);
  }

  @Test
  void showAScoreThatIsGone() {
    RowPrinter<RowChange<LeadScoreKey, LeadScore>> printer = scores(120);
    printer.first(List.of(), true);
    printer.next(GONE);
    assertThat(text.toString()).contains("lead-7").contains("gone");
  }

  @Test
  void nameOnlyTheKeyOfAScoreThatIsGoneInJson() {
    RowPrinter.<RowChange<LeadScoreKey, LeadScore>>json(out, RowChange::fields).next(GONE);
    assertThat(text.toString())
        .isEqualToNormalizingNewlines("{\"leadId\":\"lead-7\",\"scorecard\":\"new-business\"}\n");
  }

  @Test
  void showAlertsWithTheReason() {
    AlertTable table = new AlertTable(new Words(Language.en), TOKYO, false);
    HotLeadAlert alert =
        Samples.alert(AlertType.RAISED, "lead-7", Samples.NOON).setRouting("competitor").build();
    assertThat(table.cells(alert))
        .containsExactly(
            "2026-01-22 12:00",
            "RAISED",
            "threshold (competitor)",
            "lead-7",
            "株式会社ひかり製作所",
            "101.0",
            "HOT",
            "Scores 101.0: Document request (44.4).",
            "price");
    assertThat(table.columns()).hasSameSizeAs(table.cells(alert));
  }

  @Test
  void fitTheTerminalThatTheEnvironmentTellsOf() {
    assertThat(new ScreenOptions(Map.of("COLUMNS", "80")).width()).isEqualTo(80);
    assertThat(new ScreenOptions(Map.of("COLUMNS", "wide")).width()).isEqualTo(120);
    assertThat(new ScreenOptions(Map.of("COLUMNS", "3")).width()).isEqualTo(120);
    assertThat(new ScreenOptions(Map.of()).width()).isEqualTo(120);
  }

  private RowPrinter<RowChange<LeadScoreKey, LeadScore>> scores(int width) {
    ScoreTable table = table(Language.en);
    return RowPrinter.table(out, table.columns(), table::cells, width);
  }

  private static RowChange<LeadScoreKey, LeadScore> change(LeadScore row) {
    return new RowChange<>(new LeadScoreKey(row.getLeadId(), Samples.CARD), row);
  }

  private static ScoreTable table(Language language) {
    return new ScoreTable(new Words(language), Samples.models(), TOKYO, false);
  }
}
