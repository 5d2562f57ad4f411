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

/** Who has bought is alerted of on scorecards for customers, and on no others. */
class CustomersTest {
  private static final String MODEL =
      """
      model: test
      time-zone: Asia/Tokyo
      categories:
        all: { cap: 500 }
      signals:
        visit:   { on: page-view, path: /visit, points: 60, half-life: 10d, category: all }
        request: { on: form-submit, form: request, human: true, points: 60, half-life: 10d, category: all }
        call-me: { on: form-submit, form: call-me, human: true, hand-raise: true, points: 10, half-life: 10d, category: all }
      scorecards:
        sales:
          warm: { enter: 50, exit: 40 }
          hot: { enter: 100, exit: 80 }
        up-sell:
          extends: sales
          audience: customers
          gates: { budget: "!('budget' in profile.attributes) || profile.attributes['budget'] == 'yes'" }
      """;

  private static final long START = Hours.startMillis(500_000);
  private static final long DAY = 24 * Hours.MILLIS;

  private final LeadRun lead =
      new LeadRun(ModelParser.parse("test", MODEL, 1).orThrow().model(), ScoringSettings.DEFAULT);
  private int events;

  private Step act(EventKind kind, String where, long at) {
    events++;
    return lead.take(
        new LeadLog.Act(
            Engagement.of(kind, LeadLog.LEAD, "e" + events)
                .occurredAt(at)
                .recordedAt(at)
                .path(kind == EventKind.PAGE_VIEW ? where : "")
                .form(kind == EventKind.FORM_SUBMIT ? where : "")
                .build()));
  }

  private Step visit(long at) {
    return act(EventKind.PAGE_VIEW, "/visit", at);
  }

  private Step request(long at) {
    return act(EventKind.FORM_SUBMIT, "request", at);
  }

  private Step raiseHand(long at) {
    return act(EventKind.FORM_SUBMIT, "call-me", at);
  }

  private void sales(SalesActivity.Kind kind, long at) {
    events++;
    lead.take(new LeadLog.Sold(new SalesActivity("e" + events, kind, at, at, Exclusion.NONE)));
  }

  private void budget(String known, long at) {
    lead.take(
        new LeadLog.Known(
            new Profile(
                at,
                "",
                "",
                "",
                "",
                "",
                "",
                0,
                "",
                "",
                Exclusion.NONE,
                false,
                false,
                Map.of("budget", known))));
  }

  private List<String> causes(String card) {
    return lead.alerts.stream()
        .filter(alert -> alert.scorecard().id().equals(card))
        .map(alert -> alert.type() + " " + alert.cause())
        .toList();
  }

  private ScoreRow.Content row(String card) {
    return lead.rows.get(card);
  }

  @Test
  void whoHasNotBoughtIsHotForSalesOnly() {
    visit(START);
    Step step = request(START + 1);

    assertThat(causes("sales")).containsExactly("RAISED threshold");
    assertThat(causes("up-sell")).isEmpty();
    assertThat(row("up-sell").blockers()).containsExactly("not-a-customer");
    assertThat(step.suppressed()).contains(Blocker.NOT_A_CUSTOMER);
  }

  @Test
  void whoHasBoughtIsHotForUpSellAndHeldForSales() {
    sales(SalesActivity.Kind.WON, START);
    visit(START + 1);
    request(START + 2);

    assertThat(causes("sales")).containsExactly("UPDATED held-activity");
    assertThat(causes("up-sell")).containsExactly("RAISED threshold");
    assertThat(row("sales").blockers()).containsExactly("held");
    assertThat(row("sales").held()).isTrue();
    assertThat(row("up-sell").held()).isFalse();
    assertThat(row("up-sell").tier()).isEqualTo(Tier.HOT);
  }

  @Test
  void aWonDealRaisesNothingByItself() {
    visit(START);
    request(START + 1);
    sales(SalesActivity.Kind.WON, START + 2);
    assertThat(causes("up-sell")).isEmpty();
    assertThat(row("up-sell").blockers()).containsExactly("awaiting-event");

    visit(START + 3);
    assertThat(causes("up-sell")).containsExactly("RAISED threshold");
  }

  @Test
  void theHandOfACustomerIsForUpSellAndNewsForTheOwner() {
    sales(SalesActivity.Kind.WON, START);
    raiseHand(START + 1);

    assertThat(causes("sales")).containsExactly("UPDATED hand-raise:call-me");
    assertThat(causes("up-sell")).containsExactly("RAISED hand-raise:call-me");
  }

  @Test
  void theHandThatLedToTheDealIsNotRaisedAgain() {
    Step step = raiseHand(START);
    assertThat(step.suppressed()).contains(Blocker.NOT_A_CUSTOMER);
    sales(SalesActivity.Kind.WON, START + DAY);
    visit(START + DAY + 1);

    assertThat(causes("sales")).first().isEqualTo("RAISED hand-raise:call-me");
    assertThat(causes("up-sell")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPTED", "CONTACTED", "MEETING", "QUALIFIED"})
  void whomSalesWorksOnAgainIsHeldOnBoth(SalesActivity.Kind kind) {
    sales(SalesActivity.Kind.WON, START);
    sales(kind, START + 1);
    visit(START + 2);
    request(START + 3);
    raiseHand(START + 4);

    assertThat(causes("sales"))
        .containsExactly("UPDATED held-activity", "UPDATED hand-raise:call-me");
    assertThat(causes("up-sell")).isEmpty();
    assertThat(row("up-sell").blockers()).containsExactly("not-a-customer", "held");
    assertThat(row("up-sell").held()).isTrue();
  }

  @Test
  void whoAcceptsTheAlertOfACustomerHearsMoreOfIt() {
    sales(SalesActivity.Kind.WON, START);
    visit(START + 1);
    request(START + 2);
    sales(SalesActivity.Kind.ACCEPTED, START + 3);
    raiseHand(START + 4);

    assertThat(causes("up-sell")).containsExactly("RAISED threshold", "UPDATED hand-raise:call-me");
  }

  @Test
  void whatIsPendingWaitsUntilTheLeadIsACustomerAgain() {
    sales(SalesActivity.Kind.WON, START);
    visit(START + 1);
    request(START + 2);
    long cooled = START + 8 * DAY;
    visit(cooled);
    visit(cooled + 1);
    assertThat(row("up-sell").blockers()).containsExactly("cooldown");
    sales(SalesActivity.Kind.REJECTED, cooled + 2);
    assertThat(row("up-sell").blockers()).containsExactly("not-a-customer");

    for (int day = 1; day <= 15; day++) {
      visit(cooled + day * DAY);
    }
    assertThat(causes("up-sell")).containsExactly("RAISED threshold", "COOLED below-exit");
    sales(SalesActivity.Kind.WON, cooled + 16 * DAY);
    visit(cooled + 16 * DAY);
    assertThat(causes("up-sell")).last().isEqualTo("RAISED pending-after-cooldown");
  }

  @Test
  void aGateThatOpensForNoCustomerRaisesNothing() {
    budget("no", START);
    sales(SalesActivity.Kind.WON, START);
    raiseHand(START + 1);
    assertThat(row("up-sell").blockers()).contains("gate:budget");
    sales(SalesActivity.Kind.LOST, START + 2);
    budget("yes", START + 3);
    assertThat(causes("up-sell")).isEmpty();

    sales(SalesActivity.Kind.WON, START + 4);
    visit(START + 5);
    assertThat(causes("up-sell")).containsExactly("RAISED hand-raise-after-gate");
  }

  @Test
  void aReleaseThatGivesTheScorecardToCustomersIsAnImpactForWhoWasAboutToBeHot() {
    sales(SalesActivity.Kind.ACCEPTED, START);
    visit(START + 1);
    request(START + 2);
    sales(SalesActivity.Kind.REJECTED, START + 3);
    String swapped = MODEL.replace("  sales:\n", "  sales:\n    audience: customers\n");
    Step step =
        lead.release(
            LeadRun.scorer(
                ModelParser.parse("test", swapped, 2).orThrow().model(), ScoringSettings.DEFAULT));

    assertThat(step.impacts()).extracting(Impact::scorecard).containsExactly("sales");
    assertThat(step.impacts()).extracting(Impact::entered).containsExactly(false);
    assertThat(row("sales").blockers()).containsExactly("not-a-customer");
  }
}
