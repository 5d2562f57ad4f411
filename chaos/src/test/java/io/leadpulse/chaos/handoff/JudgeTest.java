package io.leadpulse.chaos.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.ProfileSnapshot;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge finds what goes wrong, and nothing else. */
class JudgeTest {
  private static final Instant NOW = Instant.parse("2026-11-30T03:00:00Z");
  private static final String SWIFT = "swift";
  private static final String STEADY = "steady";

  private final Judge judge = new Judge();

  @Test
  void nothingIsWrongWithALeadThatGoesItsWay() {
    raise("a", SWIFT, "threshold");
    release("a", SalesTeams.INSIDE, 0);
    report("a", SalesTeams.INSIDE, SalesActivityKind.ACCEPTED, 10);
    move("a", "released", "accepted");
    report("a", SalesTeams.INSIDE, SalesActivityKind.WON, 20);
    move("a", "accepted", "won");

    assertThat(wrong()).containsOnly(0L);
    assertThat(judge.closed()).isEqualTo(1);
    assertThat(judge.moved()).isEqualTo(2);
  }

  @Test
  void theLatestReportHoldsAndOfOneInstantTheFurtherStage() {
    raise("a", SWIFT, "threshold");
    release("a", SalesTeams.INSIDE, 0);
    report("a", SalesTeams.INSIDE, SalesActivityKind.WON, 10);
    report("a", SalesTeams.INSIDE, SalesActivityKind.MEETING, 20);
    report("a", SalesTeams.INSIDE, SalesActivityKind.CONTACTED, 20);
    report("a", SalesTeams.INSIDE, SalesActivityKind.ACCEPTED, -1);
    move("a", "released", "meeting");

    assertThat(wrong()).containsOnly(0L);
  }

  @Test
  void aReportOfAfterTheEndMakesTheStageWrong() {
    nothingIsWrongWithALeadThatGoesItsWay();
    report("a", SalesTeams.INSIDE, SalesActivityKind.LOST, 30);

    assertThat(judge.wrongStages()).isEqualTo(1);
    assertThat(judge.examples()).singleElement().asString().contains("a: wanted lost, found won");
  }

  @Test
  void aSecondReleaseIsFound() {
    raise("a", SWIFT, "threshold");
    release("a", SalesTeams.INSIDE, 0);
    release("a", SalesTeams.INSIDE, 5);

    assertThat(judge.releasedTwice()).isEqualTo(1);
  }

  @Test
  void aWithdrawalAfterTheReleaseIsFound() {
    raise("a", SWIFT, "threshold");
    release("a", SalesTeams.INSIDE, 0);
    judge.handOff(handOff("a", HandOffKind.WITHDRAWN, SalesTeams.INSIDE, 5).build());

    assertThat(judge.releasedTwice()).isEqualTo(1);
  }

  @Test
  void anAlertOfWhichNothingComesIsLostWhereNobodyHasToWait() {
    raise("a", SWIFT, "threshold");
    raise("b", STEADY, "threshold");

    assertThat(judge.lost()).isEqualTo(2);
  }

  @Test
  void aLeadMayWaitOnceTheBudgetIsSpentUnlessItAskedOrCooled() {
    for (int i = 0; i < SalesTeams.BUDGET; i++) {
      raise("paid" + i, STEADY, "threshold");
      release("paid" + i, SalesTeams.FIELD, i);
    }
    raise("waits", STEADY, "threshold");
    assertThat(wrong()).containsOnly(0L);
    assertThat(judge.waiting()).isEqualTo(1);

    raise("asked", STEADY, "hand-raise:contact-form");
    raise("cooled", STEADY, "threshold");
    judge.alert(alert("cooled", STEADY, AlertType.COOLED, "below-exit"));
    assertThat(judge.lost()).isEqualTo(2);
  }

  @Test
  void aReleaseOverTheBudgetIsFound() {
    for (int i = 0; i <= SalesTeams.BUDGET; i++) {
      raise("paid" + i, STEADY, "threshold");
      release("paid" + i, SalesTeams.FIELD, i);
    }

    assertThat(judge.overBudget()).isEqualTo(1);
  }

  @Test
  void aReleaseToAnotherTeamOrOfNoAlertIsFound() {
    raise("a", SWIFT, "threshold");
    release("a", SalesTeams.FIELD, 0);
    release("never", SalesTeams.INSIDE, 0);

    assertThat(judge.misdirected()).isEqualTo(2);
  }

  @Test
  void aMoveThatIsMissingOrComesAgainIsFound() {
    raise("a", SWIFT, "threshold");
    release("a", SalesTeams.INSIDE, 0);
    move("a", "released", "accepted");
    move("a", "contacted", "won");
    move("a", "contacted", "won");

    assertThat(judge.movesBroken()).isEqualTo(1);
    assertThat(judge.movesTwice()).isEqualTo(1);
    assertThat(judge.othersTwice()).isZero();
  }

  @Test
  void ofALeadThatWasHotTwiceForATeamNoStageIsJudged() {
    judge.alert(alert("a", SWIFT, AlertType.RAISED, "threshold"));
    judge.alert(
        HotLeadAlert.newBuilder(alert("b", SWIFT, AlertType.RAISED, "threshold"))
            .setLeadId("lead-a")
            .build());
    release("a", SalesTeams.INSIDE, 0);
    report("a", SalesTeams.INSIDE, SalesActivityKind.WON, 10);

    assertThat(judge.wrongStages()).isZero();
    assertThat(judge.unjudged()).isEqualTo(1);
  }

  private List<Long> wrong() {
    return List.of(
        judge.releasedTwice(),
        judge.lost(),
        judge.misdirected(),
        judge.overBudget(),
        judge.wrongStages(),
        judge.movesBroken(),
        judge.movesTwice(),
        judge.othersTwice());
  }

  private void raise(String alert, String scorecard, String cause) {
    judge.alert(alert(alert, scorecard, AlertType.RAISED, cause));
  }

  private static HotLeadAlert alert(String id, String scorecard, AlertType type, String cause) {
    return HotLeadAlert.newBuilder()
        .setAlertId(id)
        .setMessageId(id + type)
        .setType(type)
        .setCause(cause)
        .setLeadId("lead-" + id)
        .setScorecard(scorecard)
        .setOccurredAt(NOW)
        .setIntentMilli(1)
        .setProfile(ProfileSnapshot.newBuilder().setOwner("rep-1").build())
        .build();
  }

  private void release(String alert, String team, long millis) {
    judge.handOff(
        handOff(alert, HandOffKind.RELEASED, team, millis)
            .setStage("released")
            .setStageKind("released")
            .build());
  }

  private void move(String alert, String from, String to) {
    judge.handOff(
        handOff(alert, HandOffKind.MOVED, SalesTeams.INSIDE, 50)
            .setMessageId(alert + to)
            .setPreviousStage(from)
            .setStage(to)
            .setStageKind(to)
            .build());
  }

  private static HandOff.Builder handOff(String alert, HandOffKind kind, String team, long millis) {
    return HandOff.newBuilder()
        .setMessageId(alert + kind)
        .setKind(kind)
        .setOccurredAt(NOW.plusMillis(millis))
        .setTeam(team)
        .setOwner("rep-1")
        .setAlertId(alert)
        .setLeadId("lead-" + alert);
  }

  private void report(String alert, String team, SalesActivityKind kind, long millis) {
    judge.report(
        SalesActivity.newBuilder()
            .setEventId(alert + kind)
            .setOccurredAt(NOW.plusMillis(millis))
            .setLeadId("lead-" + alert)
            .setKind(kind)
            .setTeam(team)
            .build());
  }
}
