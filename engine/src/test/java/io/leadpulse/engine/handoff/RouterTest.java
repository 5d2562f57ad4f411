package io.leadpulse.engine.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.calendar.BusinessCalendar;
import io.leadpulse.engine.handoff.Routed.Nurture;
import io.leadpulse.engine.handoff.Routed.ToTeam;
import io.leadpulse.engine.handoff.Routed.Unrouted;
import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.lead.Tier;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.profile.Profile;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouterTest {
  private static final BusinessCalendar JAPAN = BusinessCalendar.japan();
  private static final long NINE =
      LocalDateTime.parse("2027-01-05T09:00").atZone(JAPAN.zone()).toInstant().toEpochMilli();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final Team EAST = new Team("east", JAPAN, new Capacity(1, 1, 0));
  private static final Team WEST = new Team("west", JAPAN, new Capacity(1, 1, 0));

  private final Router router =
      new Router(
          new Teams(
              Map.of("east", EAST, "west", WEST),
              List.of(
                  new Route("west", "machines", "", "", 0), new Route("east", "", "JP", "", 0))));
  private final LeadRoutes routes = new LeadRoutes();

  private static HotLead alert(Alert.Type type, String id, String scorecard, String country) {
    Profile profile =
        new Profile(
            0, "", "", "", "", country, "", 0, "sato", "", Exclusion.NONE, false, false, Map.of());
    Brief brief =
        new Brief(
            scorecard, "m", 1, "", "", Fit.A, "", List.of(), List.of(), "", List.of(), "", "");
    List<Long> touches = List.of(NINE, NINE + HOUR, NINE + 24 * HOUR, NINE + 30 * HOUR);
    return new HotLead(
        type, id, id + type, "ada", "hand-raise:contact", 5, NINE, profile, brief, touches);
  }

  private static SalesReport report(String id, Stage stage, String team, long at) {
    return new SalesReport(id, stage, "", "", "", team, at);
  }

  private static Standing standing(Tier tier, boolean held) {
    return new Standing(
        "ada",
        "machines",
        tier,
        held,
        Exclusion.NONE,
        "",
        "",
        "",
        "",
        Fit.A,
        60,
        List.of("crm"),
        "m",
        1);
  }

  private static List<String> causes(List<Routed> routed) {
    return routed.stream().map(one -> ((Nurture) one).cause()).toList();
  }

  private static List<String> teams(List<Routed> routed) {
    return routed.stream().map(one -> ((ToTeam) one).team()).toList();
  }

  @Test
  void anAlertGoesByTheFirstRouteAndItsNewsFollow() {
    List<Routed> raised = router.onAlert(routes, alert(Alert.Type.RAISED, "a", "people", "JP"));
    assertThat(teams(raised)).containsExactly("east");
    Candidate candidate = ((TeamInput.Raised) ((ToTeam) raised.get(0)).input()).candidate();
    assertThat(candidate.handRaise()).isTrue();
    assertThat(candidate.brief().bestHours()).as("most first").containsExactly(9, 10, 15);
    assertThat(router.onAlert(routes, alert(Alert.Type.RAISED, "a", "people", "JP"))).isEmpty();
    router.onAlert(routes, alert(Alert.Type.RAISED, "b", "machines", "JP"));
    assertThat(teams(router.onAlert(routes, alert(Alert.Type.COOLED, "a", "people", "US"))))
        .as("the profile has changed since")
        .containsExactly("east");
  }

  @Test
  void whatNoRouteTakesIsSaid() {
    assertThat(router.onAlert(routes, alert(Alert.Type.RAISED, "a", "people", "US")))
        .hasOnlyElementsOfType(Unrouted.class)
        .hasSize(1);
    assertThat(router.onAlert(routes, alert(Alert.Type.COOLED, "a", "people", "US"))).isEmpty();
  }

  @Test
  void aReportGoesToItsOwnTeamElseToTheNewest() {
    router.onAlert(routes, alert(Alert.Type.RAISED, "a", "people", "JP"));
    router.onAlert(routes, alert(Alert.Type.RAISED, "b", "machines", "JP"));
    assertThat(teams(router.onReport(routes, "ada", report("1", Stage.WON, "", NINE))))
        .containsExactly("west");
    assertThat(teams(router.onReport(routes, "ada", report("2", Stage.WON, "east", NINE))))
        .containsExactly("east");
    assertThat(teams(router.onReport(routes, "ada", report("3", Stage.WON, "north", NINE))))
        .containsExactly("west");
  }

  @Test
  void reportsThatComeBeforeTheAlertWaitForIt() {
    SalesReport early = report("1", Stage.ACCEPTED, "", NINE + HOUR);
    assertThat(router.onReport(routes, "ada", report("0", Stage.LOST, "", NINE - HOUR))).isEmpty();
    assertThat(router.onReport(routes, "ada", early)).isEmpty();
    assertThat(router.onReport(routes, "ada", early)).as("a copy").isEmpty();
    LeadRoutes restored = LeadRoutes.of(routes.toBytes());
    assertThat(router.onAlert(restored, alert(Alert.Type.RAISED, "a", "people", "JP")))
        .hasSize(2)
        .last()
        .isEqualTo(new ToTeam("east", new TeamInput.Reported("ada", early)));
    assertThat(restored.early).isEmpty();
  }

  @Test
  void earlyReportsAreBounded() {
    for (int i = 0; i < 100; i++) {
      router.onReport(routes, "ada", report("e" + i, Stage.CONTACTED, "", NINE + i));
    }
    assertThat(routes.early).hasSize(Router.MOST).last().extracting("eventId").isEqualTo("e99");
  }

  @Test
  void warmLeadsGoToMarketingAndThoseOfSalesDoNot() {
    assertThat(causes(router.onStanding(routes, standing(Tier.WARM, false))))
        .containsExactly("warm");
    assertThat(router.onStanding(routes, standing(Tier.WARM, false))).as("still").isEmpty();
    assertThat(router.onStanding(routes, standing(Tier.HOT, false))).isEmpty();
    assertThat(causes(router.onStanding(routes, standing(Tier.WARM, false))))
        .containsExactly("cooled");
    router.onStanding(routes, standing(Tier.COLD, false));
    assertThat(routes.isEmpty()).isTrue();
    assertThat(router.onStanding(routes, standing(Tier.WARM, true))).as("held").isEmpty();
  }

  @Test
  void whoWasGivenBackWakes() {
    router.onAlert(routes, alert(Alert.Type.RAISED, "a", "people", "JP"));
    router.onReport(routes, "ada", report("1", Stage.RECYCLED, "", NINE + HOUR));
    router.onReport(routes, "ada", report("2", Stage.MEETING, "", NINE));
    LeadRoutes restored = LeadRoutes.of(routes.toBytes());
    List<Routed> woken = router.onStanding(restored, standing(Tier.WARM, false));
    assertThat(causes(woken)).containsExactly("woken");
    assertThat(((Nurture) woken.get(0)).team()).isEqualTo("east");
    router.onStanding(restored, standing(Tier.COLD, false));
    assertThat(causes(router.onStanding(restored, standing(Tier.WARM, false))))
        .as("woken once")
        .containsExactly("warm");
  }

  @Test
  void theErasedAreForgottenByAllTeams() {
    router.onAlert(routes, alert(Alert.Type.RAISED, "a", "people", "JP"));
    router.onAlert(routes, alert(Alert.Type.RAISED, "b", "machines", "JP"));
    router.onStanding(routes, standing(Tier.WARM, false));
    assertThat(teams(router.onErased(routes, "ada"))).containsExactly("east", "west");
    assertThat(routes.isEmpty()).isTrue();
  }
}
