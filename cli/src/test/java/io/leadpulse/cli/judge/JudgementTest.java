package io.leadpulse.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.truth.Actor;
import io.leadpulse.cli.truth.Claim;
import io.leadpulse.cli.truth.Exhibit;
import io.leadpulse.cli.truth.Setting;
import io.leadpulse.cli.truth.Truth;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Counting, on a few events made by hand. */
class JudgementTest {
  private static final String MAIL = "test.email-engagement.v1";
  private static final String WEB = "test.web-access.v1";

  private final Evidence evidence = new Evidence();
  private final Verdicts verdicts = new Verdicts();
  private final Truth copied = truth(Actor.MACHINE, Setting.MAIL_SCANNER, "");

  @Test
  void countsClicksAndPageViewsByWhoMadeThem() {
    mail(0, click("scanned"), Actor.MACHINE, "bot-click");
    mail(1, click("scanned"), Actor.MACHINE);
    mail(2, click("reader"), Actor.HUMAN, "burst", "bot-click");
    mail(3, click("reader"), Actor.HUMAN);
    mail(4, click("reader"), Actor.HUMAN);
    mail(5, click("colleague"), Actor.STAFF, "own-staff");
    web(0, view("reader", "v-1"), Actor.HUMAN);
    web(1, view("scanned", "v-2"), Actor.MACHINE, "crawler");
    Judgement judgement = judge(Set.of());
    assertThat(judgement.scannerClicks()).isEqualTo(2);
    assertThat(judgement.scannerClickRecall()).isEqualTo(0.5);
    assertThat(judgement.humanClicks()).isEqualTo(3);
    assertThat(judgement.humanClickLoss()).isEqualTo(1 / 3.0);
    assertThat(judgement.machinePageViews()).isEqualTo(1);
    assertThat(judgement.machinePageViewRecall()).isEqualTo(1);
    assertThat(judgement.humanPageViews()).isEqualTo(1);
    assertThat(judgement.humanPageViewLoss()).isZero();
    assertThat(judgement.confusion())
        .isEqualTo(
            Map.of(
                "bot-click", Map.of("machine", Map.of("click", 1L), "human", Map.of("click", 1L)),
                "burst", Map.of("human", Map.of("click", 1L)),
                "crawler", Map.of("machine", Map.of("page-view", 1L)),
                "own-staff", Map.of("staff", Map.of("click", 1L))));
    assertThat(judgement.missed()).isEqualTo(Map.of("mail-scanner click", 1L));
    assertThat(judgement.lost()).isEqualTo(Map.of("newsletter click", 1L));
    assertThat(judgement.isGood()).isFalse();
  }

  @Test
  void theLastVerdictOfAnEventCounts() {
    mail(0, click("reader"), Actor.HUMAN);
    mail(1, click("scanned"), Actor.MACHINE);
    verdicts.add(new Place(MAIL, 0, 0), 10, List.of("burst"));
    verdicts.add(new Place(MAIL, 0, 0), 20, List.of());
    verdicts.add(new Place(MAIL, 0, 1), 20, List.of("burst"));
    verdicts.add(new Place(MAIL, 0, 1), 10, List.of());
    Judgement judgement = judge(Set.of());
    assertThat(judgement.humanClickLoss()).isZero();
    assertThat(judgement.scannerClickRecall()).isEqualTo(1);
    assertThat(judgement.isGood()).isTrue();
  }

  @Test
  void copiesOfAnEventAreOneOfThem() {
    evidence.add(MAIL, 0, 0, new Exhibit(click("scanned"), copied));
    evidence.add(MAIL, 1, 7, new Exhibit(click("scanned"), copied));
    verdicts.add(new Place(MAIL, 1, 7), 1, List.of("burst"));
    Judgement judgement = judge(Set.of());
    assertThat(judgement.events()).isEqualTo(2);
    assertThat(judgement.scannerClicks()).isEqualTo(1);
    assertThat(judgement.scannerClickRecall()).isEqualTo(1);
  }

  @Test
  void whatCanComeToNoLeadIsNotCounted() {
    web(0, new Claim("page-view", null, "v-never-named"), Actor.MACHINE);
    web(1, new Claim("page-view", null, "v-1"), Actor.MACHINE);
    web(2, view("lead", "v-1"), Actor.HUMAN);
    assertThat(judge(Set.of()).machinePageViews()).isEqualTo(1);
  }

  @Test
  void hotByMachinesAloneIsWhoNobodyActedFor() {
    mail(0, click("scanned"), Actor.MACHINE);
    mail(1, click("reader"), Actor.MACHINE);
    mail(2, click("reader"), Actor.HUMAN);
    mail(3, click("own"), Actor.STAFF);
    mail(4, new Claim("", "scanned", null), Actor.HUMAN);
    Claim unnamed = new Claim("page-view", null, "v-1");
    put(WEB, 0, unnamed, truth(Actor.HUMAN, Setting.VISIT, "person"));
    Judgement judgement = judge(Set.of("scanned", "reader", "own", "person"));
    assertThat(judgement.hotLeads()).isEqualTo(4);
    assertThat(judgement.hotByMachineOnly()).isEqualTo(1);
    assertThat(judgement.hotByStaffOnly()).isEqualTo(1);
    assertThat(judgement.isGood()).isFalse();
  }

  @Test
  void nothingToJudgeIsGood() {
    Judgement judgement = judge(Set.of());
    assertThat(judgement.isGood()).isTrue();
    assertThat(JsonLine.of(judgement))
        .contains("\"hot_by_machine_only\":0", "\"scanner_click_recall\":1.0", "\"seed\":7")
        .doesNotContain("good");
  }

  @Test
  void saysItForPeople() {
    mail(0, click("scanned"), Actor.MACHINE, "bot-click");
    mail(1, click("scanned"), Actor.MACHINE);
    StringWriter text = new StringWriter();
    judge(Set.of()).print(new PrintWriter(text));
    assertThat(text.toString().lines())
        .contains(
            "2 events judged in 3 s, seed 7",
            "  judged suspect            50.00 %     100.00 %",
            "bot-click              click                   1            0            0",
            "machines taken for people",
            "  mail-scanner click                           1")
        .anyMatch(line -> line.startsWith("≠ the promises"));
  }

  private Judgement judge(Set<String> hot) {
    return Judgement.of(evidence, new Outcome(verdicts, hot, hot, hot), 7, 3);
  }

  private void mail(long offset, Claim claim, Actor actor, String... reasons) {
    put(MAIL, offset, claim, truth(actor, setting(actor), ""), reasons);
  }

  private void web(long offset, Claim claim, Actor actor, String... reasons) {
    put(WEB, offset, claim, truth(actor, setting(actor), ""), reasons);
  }

  private void put(String topic, long offset, Claim claim, Truth truth, String... reasons) {
    evidence.add(topic, 0, offset, new Exhibit(claim, truth));
    if (reasons.length > 0) {
      verdicts.add(new Place(topic, 0, offset), 1, List.of(reasons));
    }
  }

  private static Setting setting(Actor actor) {
    return switch (actor) {
      case HUMAN -> Setting.NEWSLETTER;
      case MACHINE -> Setting.MAIL_SCANNER;
      case STAFF -> Setting.OFFICE;
    };
  }

  private static Truth truth(Actor actor, Setting setting, String lead) {
    return new Truth("e-1", lead, actor, setting);
  }

  private static Claim click(String lead) {
    return new Claim("click", lead, null);
  }

  private static Claim view(String lead, String visitor) {
    return new Claim("page-view", lead, visitor);
  }
}
