package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.model.ReleaseLog;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.Contribution;
import io.leadpulse.schemas.Cut;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadTextTest {
  private static final LeadScore ROW = Samples.hot("lead-7");

  @Test
  void explainsAHotLead() {
    assertThat(lines(file(ROW, true), Language.en))
        .containsExactly(
            """
            Lead lead-7, 株式会社ひかり製作所, account hikari, owner tanaka

            New business (new-business): HOT, fit A, intent 76.245
              HOT from 100 at this fit, left below 80; WARM from 50, left below 40
              HOT until 2026-01-29 15:00 JST, if nothing more happens
              Velocity 6.0 (1 is steady), a surge

              SIGNAL            MEANING           CATEGORY    TIMES   EARNED      CUT  COUNTS
              document-request  Document request  hand-raise      1   44.400   -8.880  35.520
              pricing-page      Pricing page      buying          2   28.407   -5.682  22.725
              product-page      Product page      browse         14   40.001  -22.001  18.000
              total                                                  112.808  -36.563  76.245
              The cap of category browse took 17.501
              The damper "Unsubscribed" took 19.062

              Why HOT
              - an event brought the intent up to the threshold and all conditions held
              - since 2026-01-22 12:00 JST

              Topics of interest: price, documents
              Last activity 2026-01-22 12:00 JST
              Score as of 2026-01-22 12:00 JST, revision 17
              Model b2b-japan, version 3

            Alerts
              EPISODE  TIME JST          TYPE    CAUSE      SCORECARD     INTENT
                    1  2026-01-22 12:00  RAISED  threshold  new-business   101.0
                  Scores 101.0: Document request (44.4).

            Last touches, as of 2026-01-22 12:00 JST
              TIME JST          KIND         SIGNAL            DETAIL  TOPIC  CAMPAIGN
              2026-01-22 12:00  form-submit  Document request  siryou  -      mail-7

            Machine-made events, worth nothing: 3 (bot-click 3)
            """
                .lines()
                .toArray(String[]::new));
  }

  @Test
  void showsASumThatAddsUp() {
    List<String> table =
        ScoreSum.lines(ROW, new Words(Language.en), labels(Language.en), 200).stream()
            .skip(1)
            .toList();
    List<BigDecimal[]> rows = table.stream().map(LeadTextTest::figures).toList();
    BigDecimal[] total = rows.get(rows.size() - 1);
    for (int column = 0; column < 3; column++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (BigDecimal[] row : rows.subList(0, rows.size() - 1)) {
        sum = sum.add(row[column]);
      }
      assertThat(sum).isEqualTo(total[column]);
    }
    assertThat(rows).allSatisfy(row -> assertThat(row[0].add(row[1])).isEqualTo(row[2]));
    assertThat(total[2]).isEqualTo(new BigDecimal("76.245"));
  }

  @Test
  void namesWhoTookWhatOfTheCut() {
    ScoreSum sum = ScoreSum.of(ROW);
    assertThat(ROW.getCuts().stream().mapToLong(Cut::getMilliPoints).sum()).isEqualTo(sum.cut());
    assertThat(ScoreSum.cuts(ROW, new Words(Language.en), labels(Language.en)))
        .first()
        .isEqualTo("The cap of category browse took 17.501");
  }

  @Test
  void saysWhyALeadIsNotHot() {
    LeadScore cold =
        Samples.score("lead-7", 12_000).setBlockers(List.of("below-threshold", "held")).build();
    assertThat(lines(file(cold, false), Language.en))
        .contains(
            "  Why not HOT",
            "  - intent 12 is 88 short of the 100 that this fit needs",
            "  - sales has the lead in its hands; news goes to its owner",
            "No alert has gone to sales.");
  }

  @Test
  void speaksJapanese() {
    assertThat(lines(file(ROW, true), Language.ja))
        .contains("新規開拓 (new-business): HOT、適合度 A、スコア 76.245", "  HOT の理由")
        .anySatisfy(line -> assertThat(line).contains("document-request", "資料請求", "44.400"));
  }

  @Test
  void obeysNoTextFromOutside() {
    LeadScore row = LeadScore.newBuilder(ROW).setCompany("\u001b[2Jx").build();
    assertThat(lines(file(row, false), Language.en)).first().asString().contains(", ?[2Jx");
  }

  @Test
  void getsAlongWithoutTheModel() {
    ReleasedModels none = new ReleasedModels(new ReleaseLog(List.of()));
    LeadScore row =
        LeadScore.newBuilder(ROW)
            .setContributions(List.of(new Contribution("gone-signal", "", 76_245L, 0L, 1)))
            .build();
    assertThat(new LeadText(file(row, true), none, new Words(Language.en), 100).lines())
        .contains("new-business: HOT, fit A, intent 76.245");
  }

  @Test
  void keepsTheAlertsOfALeadWhoseScoreIsGone() {
    LeadFile file = new LeadFile("lead-7", List.of(), alerts(), 0, Map.of());
    assertThat(lines(file, Language.en))
        .contains("No score: nothing that counts is left of what this lead did.", "Alerts");
  }

  private static List<String> lines(LeadFile file, Language language) {
    return new LeadText(file, Samples.models(), new Words(language), 100).lines();
  }

  private static LeadFile file(LeadScore row, boolean alerted) {
    return new LeadFile(
        "lead-7", List.of(row), alerted ? alerts() : List.of(), 3, Map.of("bot-click", 3));
  }

  private static List<HotLeadAlert> alerts() {
    return List.of(Samples.alert(AlertType.RAISED, "lead-7", Samples.NOON).build());
  }

  private static Labels labels(Language language) {
    return new Labels(Samples.models().find("b2b-japan", 3), language);
  }

  /** Earned, cut and counted of one line. */
  private static BigDecimal[] figures(String line) {
    String[] words = line.split(" +");
    return new BigDecimal[] {
      new BigDecimal(words[words.length - 3]),
      new BigDecimal(words[words.length - 2]),
      new BigDecimal(words[words.length - 1])
    };
  }
}
