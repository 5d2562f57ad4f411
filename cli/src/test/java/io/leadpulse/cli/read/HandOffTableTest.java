package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.DigestLead;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import io.leadpulse.schemas.StageStay;
import io.leadpulse.schemas.TeamDay;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandOffTableTest {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  @Test
  void showsALeadThatIsReleased() {
    HandOff released =
        step(HandOffKind.RELEASED)
            .setDueAt(Samples.NOON.plus(Duration.ofHours(24)))
            .setHandRaise(true)
            .setWaitedMillis(HOUR / 2)
            .setBestHours(List.of(9, 14))
            .build();
    assertThat(cells(released, Language.en))
        .containsExactly(
            "2026-01-22 12:00",
            "inside",
            "released",
            "lead-7",
            "株式会社ひかり製作所",
            "101.0",
            "tanaka",
            "MQL",
            "asks to be contacted; accept by 2026-01-23 12:00;"
                + " Scores 101.0: Document request (44.4).; waited 30 min; active around 09, 14 h");
    assertThat(cells(released, Language.ja))
        .contains("引き渡し")
        .last()
        .asString()
        .contains("スコア101.0点: 資料請求（44.4点）。");
  }

  @Test
  void namesTheStageThatALeadMovedToAndHowLongItWasInThoseBefore() {
    HandOff moved =
        step(HandOffKind.MOVED)
            .setStage("ISQL")
            .setPreviousStage("ISAL")
            .setStays(
                List.of(
                    new StageStay("MQL", 20 * HOUR, HOUR * 7 / 2),
                    new StageStay("ISAL", 40 * HOUR, 12 * HOUR)))
            .build();
    assertThat(cells(moved, Language.en))
        .contains("moved to ISQL")
        .last()
        .isEqualTo("after MQL 3.5 h, ISAL 12 h");
  }

  @Test
  void namesTheDutyThatWasNotDone() {
    HandOff breached = step(HandOffKind.BREACHED).setDuty("accept").setDueAt(Samples.NOON).build();
    assertThat(cells(breached, Language.en))
        .contains("breached accept")
        .last()
        .isEqualTo("by 2026-01-22 12:00");
    assertThat(cells(breached, Language.ja)).contains("期限超過: 受け入れ");
    assertThat(cells(HandOff.newBuilder(breached).setDuty("sing").build(), Language.en))
        .contains("breached sing");
  }

  @Test
  void saysWhyALeadWasRejected() {
    HandOff moved = step(HandOffKind.MOVED).setPreviousStage("ISAL").setReason("no-budget").build();
    assertThat(cells(moved, Language.en)).last().isEqualTo("no-budget; from ISAL");
  }

  @Test
  void listsTheLeadsOfADigest() {
    HandOff digest =
        step(HandOffKind.DIGEST)
            .setLeadId("")
            .setDigest(List.of(digested("lead-1", 120_000), digested("lead-2", 101_500)))
            .build();
    assertThat(cells(digest, Language.en))
        .containsSubsequence("digest", "-", "株式会社ひかり製作所", "-")
        .last()
        .isEqualTo("lead-1 120.0, lead-2 101.5");
  }

  @Test
  void showsTheFiguresOfADay() {
    assertThat(day(20)).isEqualTo("2026-01-22: 18 of 20 released; 2 at once; 7 wait, 3 unworked");
    assertThat(day(-1)).startsWith("2026-01-22: 18 released; ");
  }

  private static String day(int budget) {
    HandOff day =
        step(HandOffKind.DAY)
            .setDay(new TeamDay("2026-01-22", budget, 18, 2, 7, 3, 0L, 0L))
            .build();
    List<String> cells = cells(day, Language.en);
    return cells.get(cells.size() - 1);
  }

  @ParameterizedTest
  @EnumSource(HandOffKind.class)
  void hasWordsForEveryKind(HandOffKind kind) {
    HandOff any = step(kind).setDay(new TeamDay("2026-01-22", 1, 1, 1, 1, 1, 1L, 1L)).build();
    for (Language language : Language.values()) {
      assertThat(cells(any, language)).hasSameSizeAs(table(language).columns());
    }
  }

  private static HandOff.Builder step(HandOffKind kind) {
    return Samples.handOff(kind, "lead-7", Samples.NOON);
  }

  private static DigestLead digested(String leadId, long intentMilli) {
    return DigestLead.newBuilder()
        .setAlertId("alert of " + leadId)
        .setLeadId(leadId)
        .setIntentMilli(intentMilli)
        .build();
  }

  private static List<String> cells(HandOff step, Language language) {
    return table(language).cells(step);
  }

  private static HandOffTable table(Language language) {
    return new HandOffTable(new Words(language), ZoneId.of("Asia/Tokyo"));
  }
}
