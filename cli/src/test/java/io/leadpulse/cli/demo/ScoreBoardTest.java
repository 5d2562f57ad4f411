package io.leadpulse.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Tier;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScoreBoardTest {
  private static final long START = 1_700_000_000_000L;

  private final ScoreBoard board = new ScoreBoard();

  @Test
  void measuresOnlyRowsThatAnEventCaused() {
    row("a", Tier.WARM, START, START + 300);
    row("a", Tier.WARM, START, START + 3_600_000);
    row("a", Tier.WARM, START + 1_000, START + 1_500);
    assertThat(board.latency(0.5)).isEqualTo(300);
    assertThat(board.latency(1)).isEqualTo(500);
    assertThat(board.scores()).isEqualTo(3);
  }

  @Test
  void countsALeadOnceOverItsScorecards() {
    board.score(new LeadScoreKey("a", "one"), row(Tier.HOT, START), START);
    board.score(new LeadScoreKey("a", "two"), row(Tier.COLD, START), START);
    assertThat(board.glance()).isEqualTo(new ScoreBoard.Glance(1, 1, 0, 0));
    board.score(new LeadScoreKey("a", "one"), null, START);
    assertThat(board.glance()).isEqualTo(new ScoreBoard.Glance(1, 0, 0, 0));
    board.score(new LeadScoreKey("a", "two"), null, START);
    assertThat(board.leads()).isZero();
  }

  @Test
  void showsTheLatencySinceTheLastLook() {
    row("a", Tier.COLD, START, START + 900);
    assertThat(board.glance().latency()).isEqualTo(900);
    row("b", Tier.COLD, START, START + 100);
    assertThat(board.glance().latency()).isEqualTo(100);
  }

  @Test
  void keepsTheFirstRaisedAlert() {
    assertThat(board.firstRaised()).isEmpty();
    board.alert(alert("a", AlertType.COOLED));
    board.alert(alert("b", AlertType.RAISED));
    board.alert(alert("c", AlertType.RAISED));
    assertThat(board.alertsRaised()).isEqualTo(2);
    assertThat(board.firstRaised().orElseThrow().getLeadId()).isEqualTo("b");
  }

  private void row(String lead, Tier tier, long recordedAt, long seenAt) {
    board.score(new LeadScoreKey(lead, "one"), row(tier, recordedAt), seenAt);
  }

  private static LeadScore row(Tier tier, long recordedAt) {
    return LeadScore.newBuilder()
        .setLeadId("of no account here")
        .setScorecard("of no account here")
        .setTier(tier)
        .setIntentMilli(1_000)
        .setAsOf(Instant.ofEpochMilli(recordedAt))
        .setRecordedAt(Instant.ofEpochMilli(recordedAt))
        .build();
  }

  private static HotLeadAlert alert(String lead, AlertType type) {
    return HotLeadAlert.newBuilder()
        .setAlertId(lead)
        .setMessageId(lead)
        .setType(type)
        .setLeadId(lead)
        .setScorecard("one")
        .setIntentMilli(1_000)
        .setOccurredAt(Instant.ofEpochMilli(START))
        .build();
  }
}
