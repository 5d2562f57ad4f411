package io.leadpulse.engine.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.ModelParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EpisodesTest {
  private static final String MODEL =
      """
      model: test
      time-zone: Asia/Tokyo
      retention: 180d
      exclusions: [competitor, partner]
      categories:
        all: { cap: 500 }
      signals:
        visit:   { on: page-view, path: /visit, points: 60, half-life: 10d, category: all }
        request: { on: form-submit, form: request, human: true, points: 60, half-life: 10d, category: all }
        call-me: { on: form-submit, form: call-me, human: true, hand-raise: true, points: 10, half-life: 10d, category: all }
      scorecards:
        sales:
          warm: { enter: 50, exit: 40 }
          hot: { enter: { A: 100, B: 100, C: 130, D: never, unknown: 100 }, exit: 80 }
          cooldown: 14d
          hand-raise-keeps: 7d
          require: { distinct-signals: 2, human-signals: 1 }
          gates: { budget: "!('budget' in profile.attributes) || profile.attributes['budget'] == 'yes'" }
      """;

  private static final long START = Hours.startMillis(500_000);
  private static final long DAY = 24 * Hours.MILLIS;

  private final LeadRun lead =
      new LeadRun(ModelParser.parse("test", MODEL, 1).orThrow().model(), ScoringSettings.DEFAULT);
  private int events;

  private void act(EventKind kind, String where, long at) {
    events++;
    lead.take(
        new LeadLog.Act(
            Engagement.of(kind, LeadLog.LEAD, "e" + events)
                .occurredAt(at)
                .recordedAt(at)
                .path(kind == EventKind.PAGE_VIEW ? where : "")
                .form(kind == EventKind.FORM_SUBMIT ? where : "")
                .build()));
  }

  private void visit(long at) {
    act(EventKind.PAGE_VIEW, "/visit", at);
  }

  private void request(long at) {
    act(EventKind.FORM_SUBMIT, "request", at);
  }

  private void raiseHand(long at) {
    act(EventKind.FORM_SUBMIT, "call-me", at);
  }

  private void sales(SalesActivity.Kind kind, Exclusion exclusion, long at) {
    events++;
    lead.take(new LeadLog.Sold(new SalesActivity("e" + events, kind, at, at, exclusion)));
  }

  private void profile(Exclusion exclusion, Map<String, String> attributes, long at) {
    lead.take(
        new LeadLog.Known(
            new Profile(
                at, "", "", "", "", "", "", 0, "", "", exclusion, false, false, attributes)));
  }

  private List<String> causes() {
    return lead.alerts.stream().map(alert -> alert.type() + " " + alert.cause()).toList();
  }

  private List<String> blockers() {
    return lead.rows.get("sales").blockers();
  }

  @Test
  void oneSignalAloneIsNotEnoughHoweverStrong() {
    visit(START);
    visit(START + 1);

    assertThat(causes()).isEmpty();
    assertThat(blockers()).containsExactly("distinct-signals", "human-signal");
  }

  @Test
  void alertsOncePerEpisodeAndTellsWhenIntentIsUpByHalf() {
    visit(START);
    request(START + 1);
    visit(START + 2);
    visit(START + 3);

    assertThat(causes()).containsExactly("RAISED threshold", "UPDATED intent-up");
    assertThat(lead.alerts).extracting(Alert::alertId).containsOnly(lead.alerts.get(0).alertId());
  }

  @Test
  void coolsWhenSilenceTakesTheIntentBelowExit() {
    visit(START);
    request(START);
    int hotUntil = lead.alerts.get(0).hotUntil();
    lead.fireTimers(hotUntil);

    assertThat(causes()).containsExactly("RAISED threshold", "COOLED below-exit");
    assertThat(lead.alerts.get(1).score().hour()).isEqualTo(hotUntil);
    assertThat(lead.rows.get("sales").tier()).isEqualTo(Tier.WARM);
  }

  @Test
  void aCrossingDuringCooldownStaysPendingUntilTheFirstEventAfterIt() {
    visit(START);
    request(START);
    long cooled = START + 7 * DAY;
    visit(cooled);
    visit(cooled + 1);
    assertThat(causes()).containsExactly("RAISED threshold", "COOLED below-exit");
    assertThat(blockers()).containsExactly("cooldown");

    for (int day = 1; day <= 14; day++) {
      visit(cooled + day * DAY);
    }
    assertThat(causes()).last().isEqualTo("RAISED pending-after-cooldown");
    assertThat(lead.alerts.get(2).episode()).isEqualTo(2);
    assertThat(lead.alerts.get(2).alertId()).isNotEqualTo(lead.alerts.get(0).alertId());
  }

  @Test
  void aHandRaiseOpensAnEpisodeInSpiteOfCooldown() {
    visit(START);
    request(START);
    raiseHand(START + 12 * DAY);

    assertThat(causes())
        .containsExactly("RAISED threshold", "COOLED below-exit", "RAISED hand-raise:call-me");
  }

  @Test
  void aHandRaiseInAnEpisodeUpdatesAndKeepsIt() {
    visit(START);
    request(START);
    raiseHand(START + DAY);
    lead.fireTimers(Hours.of(START + 7 * DAY));
    assertThat(causes()).containsExactly("RAISED threshold", "UPDATED hand-raise:call-me");

    lead.fireTimers(Hours.of(START + 8 * DAY));
    assertThat(causes()).last().isEqualTo("COOLED below-exit");
  }

  @Test
  void aHandRaiseOfAnExcludedLeadIsRoutedNotDropped() {
    profile(Exclusion.PARTNER, Map.of(), START);
    raiseHand(START + 1);

    assertThat(lead.alerts)
        .singleElement()
        .satisfies(alert -> assertThat(alert.routing()).isEqualTo("partner"));
  }

  @Test
  void anExcludedLeadIsNeverHotByItsScore() {
    profile(Exclusion.COMPETITOR, Map.of(), START);
    visit(START + 1);
    request(START + 2);

    assertThat(causes()).isEmpty();
    assertThat(blockers()).containsExactly("excluded:competitor");
  }

  @Test
  void aLeadInSalesHandsInformsItsOwner() {
    sales(SalesActivity.Kind.ACCEPTED, Exclusion.NONE, START);
    visit(START + 1);
    request(START + 2);
    raiseHand(START + 3);

    assertThat(causes()).containsExactly("UPDATED held-activity", "UPDATED hand-raise:call-me");
    assertThat(blockers()).containsExactly("held");
  }

  @Test
  void aLostDealKeepsHalfOfWhatCameBefore() {
    visit(START);
    sales(SalesActivity.Kind.LOST, Exclusion.NONE, START + Hours.MILLIS);

    assertThat(lead.rows.get("sales").score().intent()).isBetween(29_000L, 30_000L);
  }

  @Test
  void aLeadGivenBackKeepsHalfOfWhatCameBeforeAndIsHotAnewByFreshTouches() {
    visit(START);
    request(START + 1);
    sales(SalesActivity.Kind.ACCEPTED, Exclusion.NONE, START + 2);
    sales(SalesActivity.Kind.RECYCLED, Exclusion.NONE, START + 15 * DAY);
    assertThat(causes()).containsExactly("RAISED threshold", "COOLED below-exit");
    assertThat(lead.rows.get("sales").score().intent()).isBetween(21_000L, 21_300L);

    visit(START + 25 * DAY);
    request(START + 25 * DAY);
    assertThat(causes()).last().isEqualTo("RAISED threshold");
    assertThat(lead.alerts.get(2).episode()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOST", "RECYCLED"})
  void whatIsAddedUpOfTheHourForgetsNoMark(SalesActivity.Kind kind) {
    sales(SalesActivity.Kind.ACCEPTED, Exclusion.NONE, START);
    visit(START);
    raiseHand(START + Hours.MILLIS);
    assertThat(lead.rows.get("sales").tier()).isEqualTo(Tier.WARM);
    sales(kind, Exclusion.NONE, START + Hours.MILLIS + 1);

    assertThat(lead.rows.get("sales").score().intent()).isBetween(39_000L, 39_999L);
    assertThat(lead.rows.get("sales").tier()).isEqualTo(Tier.COLD);
  }

  @Test
  void whoIsLostAndGivenBackWithinTheHourIsDiscountedOnce() {
    visit(START);
    sales(SalesActivity.Kind.RECYCLED, Exclusion.NONE, START + Hours.MILLIS + 2);
    sales(SalesActivity.Kind.LOST, Exclusion.NONE, START + Hours.MILLIS + 1);

    assertThat(lead.rows.get("sales").score().intent()).isBetween(29_000L, 30_000L);
  }

  @Test
  void rejectionAsCompetitorExcludesUntilRecycled() {
    sales(SalesActivity.Kind.REJECTED, Exclusion.COMPETITOR, START);
    visit(START + 1);
    request(START + 2);
    assertThat(causes()).isEmpty();

    sales(SalesActivity.Kind.RECYCLED, Exclusion.NONE, START + 3);
    assertThat(causes()).as("no alert without an event of the lead").isEmpty();
    assertThat(blockers()).containsExactly("awaiting-event");
    visit(START + 4);
    assertThat(causes()).containsExactly("RAISED threshold");
  }

  @Test
  void aGateThatOpensRaisesTheAlertItHeldBack() {
    profile(Exclusion.NONE, Map.of("budget", "no"), START);
    visit(START + 1);
    request(START + 2);
    assertThat(blockers()).containsExactly("gate:budget");

    profile(Exclusion.NONE, Map.of("budget", "yes"), START + 3);
    assertThat(causes()).containsExactly("RAISED threshold");
  }

  @Test
  void aHandRaiseWaitsForTheGateAndIsRaisedWhenItOpens() {
    profile(Exclusion.NONE, Map.of("budget", "no"), START);
    raiseHand(START + 1);
    assertThat(causes()).isEmpty();
    assertThat(blockers()).contains("gate:budget");

    profile(Exclusion.NONE, Map.of("budget", "yes"), START + 2 * DAY);
    assertThat(causes()).containsExactly("RAISED hand-raise-after-gate");
  }

  @Test
  void aHandRaiseOfLongAgoIsNotRaisedByAGate() {
    profile(Exclusion.NONE, Map.of("budget", "no"), START);
    raiseHand(START + 1);
    visit(START + 8 * DAY);
    profile(Exclusion.NONE, Map.of("budget", "yes"), START + 8 * DAY);

    assertThat(causes()).isEmpty();
  }

  @Test
  void aSuspectIsCountedAndWorthNothing() {
    events++;
    lead.take(
        new LeadLog.Act(
            Engagement.of(EventKind.FORM_SUBMIT, LeadLog.LEAD, "staff")
                .occurredAt(START)
                .form("call-me")
                .ownStaff(true)
                .build()));

    assertThat(causes()).isEmpty();
    assertThat(lead.state().suspects()).isEqualTo(1);
    assertThat(lead.state().ledger().isEmpty()).isTrue();
  }

  @Test
  void theRowIsTakenBackWhenNothingCountsAnyMore() {
    visit(START);
    assertThat(lead.rows).hasSize(1);
    lead.fireTimers(Hours.of(START + 300 * DAY));
    assertThat(lead.rows).isEmpty();
    lead.fireTimers(Hours.of(START + 500 * DAY));
    assertThat(lead.state().nextDue()).isEqualTo(Integer.MAX_VALUE);
  }
}
