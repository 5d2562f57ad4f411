package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.FunnelStats;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunnelTextTest {

  @Test
  void showsTheNumbersOfTheWeeklyMeeting() {
    assertThat(lines(FunnelBy.all, Samples.hotLeads().build(), Samples.activity().build()))
        .containsExactly(
            """
            Team inside, 2026-01: business day 8 of 19, as of 2026-01-22 12:00 JST
              STEP       LEADS  RATE                 MEDIAN SINCE RELEASE
              hot          120
              released      96  80 % of hot          waited 25 min
              accepted      60  63 % of released     3.5 h
              contacted     48  80 % of accepted     6 h
              met           12  25 % of contacted    22 h
              qualified      5  42 % of 12 met
              won            2  40 % of 5 qualified  81 h
              lost           3  3 % of released
              rejected      10  10 % of released
              recycled       4  4 % of released

              Withdrawn before anybody had them 8, unworked 12, with a missed deadline 5

              What sales reported in the month, whenever the leads became hot:
              STEP                          REPORTS  RATE
              calls                              80
              meetings                           14  18 % of calls
              proposals                           6  43 % of 14 meetings
              orders                              2  33 % of 6 proposals
              lost                                5  71 % of 7 decided
              lost after the first meeting        2  14 % of 14 meetings

              Pace against the plan:
              released: 96, where the plan asks for 84.2 by now and 200 in all: 11 ahead
              meetings: 14, where the plan asks for 21.1 by now and 50 in all: 7 behind
              orders: 2, where the plan asks for 2.1 by now and 5 in all: on pace
            """
                .lines()
                .toArray(String[]::new));
  }

  @Test
  void addsUpScorecardsAndModelVersionsAndLeavesTheirMediansBlank() {
    assertThat(
            lines(
                FunnelBy.all,
                Samples.hotLeads().build(),
                Samples.hotLeads().setModelVersion(4).build(),
                Samples.hotLeads().setScorecard("rep-b").build()))
        .contains("  STEP       LEADS  RATE", "  released     288  80 % of hot");
  }

  @Test
  void comparesSignalsThatOfTheMostLeadsFirst() {
    assertThat(
            lines(
                FunnelBy.signal,
                part("signal", "pricing-page", 5, 2, 0),
                part("signal", "webinar-attended", 40, 24, 3),
                Samples.hotLeads().build()))
        .containsExactly(
            """
            Team inside, 2026-01: business day 8 of 19, as of 2026-01-22 12:00 JST
              SIGNAL            HOT  RELEASED  ACCEPTED  ACCEPTANCE RATE  WON  WIN RATE
              webinar-attended   42        40        24  60 %               3  8 %
              pricing-page        7         5         2  40 % of 5          0  0 % of 5
              Both rates are of released leads; a lead counts for each of its signals.
            """
                .lines()
                .toArray(String[]::new));
  }

  @Test
  void comparesScorecardsByTheSumOfTheirModelVersions() {
    assertThat(
            lines(
                FunnelBy.scorecard,
                Samples.hotLeads().build(),
                Samples.hotLeads().setModelVersion(4).build(),
                Samples.hotLeads().setScorecard("rep-b").build()))
        .anySatisfy(line -> assertThat(line).startsWith("  new-business  240       192 "))
        .anySatisfy(line -> assertThat(line).startsWith("  rep-b         120        96 "));
  }

  @Test
  void namesLeadsWithoutACampaignAndAnUnknownFit() {
    assertThat(lines(FunnelBy.source, part("source", "", 5, 2, 0)))
        .anySatisfy(line -> assertThat(line).startsWith("  (none) "));
    assertThat(lines(FunnelBy.fit, part("fit", "UNKNOWN", 5, 2, 0)))
        .anySatisfy(line -> assertThat(line).startsWith("  unknown "));
  }

  @Test
  void saysNothingOfAPlanWhereThereIsNone() {
    FunnelStats activity =
        Samples.activity().setPlannedReleased(0).setPlannedMeetings(0).setPlannedWon(0).build();
    assertThat(lines(FunnelBy.all, Samples.hotLeads().build(), activity))
        .noneSatisfy(line -> assertThat(line).containsIgnoringCase("plan"));
  }

  @Test
  void showsAMonthInWhichNoLeadBecameHot() {
    assertThat(lines(FunnelBy.all, Samples.activity().build()))
        .noneSatisfy(line -> assertThat(line).contains("hot "))
        .anySatisfy(line -> assertThat(line).startsWith("  calls"));
  }

  @Test
  void speaksJapanese() {
    assertThat(
            lines(
                Language.ja, FunnelBy.all, Samples.hotLeads().build(), Samples.activity().build()))
        .first()
        .isEqualTo("チーム inside、2026-01: 営業日 8 / 19、2026-01-22 12:00 JST 時点");
  }

  @Test
  void putsTheNewestMonthFirst() {
    assertThat(
            FunnelMonth.of(
                List.of(
                    Samples.hotLeads().setMonth("2025-12").build(),
                    Samples.hotLeads().build(),
                    Samples.activity().build(),
                    Samples.hotLeads().setTeam("field").build())))
        .extracting(of -> of.month() + " " + of.team())
        .containsExactly("2026-01 field", "2026-01 inside", "2025-12 inside");
  }

  @Test
  void obeysNoTextFromOutside() {
    assertThat(lines(FunnelBy.source, part("source", "\u001b[2Jx", 5, 2, 0)))
        .anySatisfy(line -> assertThat(line).startsWith("  ?[2Jx"));
  }

  private static FunnelStats part(String by, String value, int released, int accepted, int won) {
    return Samples.funnel(by, value)
        .setRaised(released + 2)
        .setReleased(released)
        .setAccepted(accepted)
        .setWon(won)
        .build();
  }

  private static List<String> lines(FunnelBy by, FunnelStats... rows) {
    return lines(Language.en, by, rows);
  }

  private static List<String> lines(Language language, FunnelBy by, FunnelStats... rows) {
    return new FunnelText(
            FunnelMonth.of(List.of(rows)).get(0),
            new Words(language),
            new Figures(ZoneId.of("Asia/Tokyo")),
            100)
        .lines(by);
  }
}
