package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.score.Timers.Registered;
import org.junit.jupiter.api.Test;

class LeadTimersTest {
  private static final long T = Inputs.START;

  private final Timers service = new Timers(T);
  private final Metrics metrics = new Metrics();
  private final LeadScorer scorer = TestModel.scorer();

  @Test
  void registersUnderTheLeadWhateverTheCurrentKeyIs() {
    service.setCurrentKey("somebody else");
    timers(Settings.replay()).register("ada", lead("ada"));
    assertThat(service.registered()).extracting(Registered::lead).containsExactly("ada");
  }

  @Test
  void registersInTheTimeOfItsMode() {
    timers(Settings.replay()).register("ada", lead("ada"));
    timers(Settings.live()).register("ada", lead("ada"));
    assertThat(service.registered())
        .extracting(Registered::mode)
        .containsExactly(TimeMode.REPLAY, TimeMode.LIVE);
  }

  @Test
  void registersAgainOnlyIfTheLeadIsDueEarlier() {
    LeadTimers timers = timers(Settings.replay());
    LeadState ada = lead("ada");
    timers.register("ada", ada);
    timers.register("ada", ada);
    assertThat(service.registered()).hasSize(1);
    ada.timerHour(ada.nextDue() + 1);
    timers.register("ada", ada);
    assertThat(service.registered()).hasSize(2);
    assertThat(metrics.count("timers-registered")).isEqualTo(2);
  }

  @Test
  void firesWithinTheHourThatIsDueAndNotForAllAtOnce() {
    LeadTimers timers = timers(Settings.replay());
    int due = lead("ada").nextDue();
    for (int i = 0; i < 100; i++) {
      timers.register("lead-" + i, lead("lead-" + i));
    }
    assertThat(service.registered()).allMatch(timer -> Hours.of(timer.time()) == due);
    assertThat(service.registered().stream().map(Registered::time).distinct().count())
        .isGreaterThan(90);
  }

  @Test
  void registersNothingBeyondTheEndOfAReplay() {
    LeadState ada = lead("ada");
    timers(Settings.replay(ada.nextDue() - 1)).register("ada", ada);
    assertThat(service.registered()).isEmpty();
    timers(Settings.replay(ada.nextDue())).register("ada", ada);
    assertThat(service.registered()).hasSize(1);
  }

  @Test
  void putsOffWhatFiresDuringABacklogAndSpreadsIt() {
    LeadTimers timers = timers(Settings.live());
    for (int i = 0; i < 100; i++) {
      assertThat(timers.putOff("lead-" + i)).isTrue();
    }
    assertThat(service.registered())
        .allMatch(timer -> timer.time() >= T + 30_000 && timer.time() < T + 60_000);
    assertThat(service.registered().stream().map(Registered::time).distinct().count())
        .isGreaterThan(90);
    assertThat(metrics.count("timers-held")).isEqualTo(100);
  }

  @Test
  void putsOffNothingInAReplay() {
    assertThat(timers(Settings.replay()).putOff("ada")).isFalse();
  }

  private LeadTimers timers(ScoreSettings settings) {
    BacklogHold hold = new BacklogHold(T, settings.holdLimit().toMillis());
    return new LeadTimers(
        service, service, settings, hold, new Foresight(any -> scorer), new ScoreMetrics(metrics));
  }

  private LeadState lead(String id) {
    LeadState state = new LeadState();
    Engaged touch = (Engaged) Inputs.pricing(id, "e", T);
    scorer.onEngagement(state, touch.engagement(), () -> Profile.UNKNOWN);
    scorer.foresee(state, id, () -> Profile.UNKNOWN);
    return state;
  }
}
