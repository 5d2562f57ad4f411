package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.Step;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.codec.OutputCodec;
import io.leadpulse.jobs.publish.PendingRows;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutletTest {
  private static final long T = Inputs.START;

  private final Metrics metrics = new Metrics();
  private final List<OutputRecord> sent = new ArrayList<>();
  private final LeadState ada = new LeadState();
  private final LeadScorer scorer = TestModel.scorer();
  private long now = T;
  private final Outlet outlet =
      new Outlet(
          new OutputCodec("t."),
          sent::add,
          () -> now,
          true,
          new AccountDesk(input -> {}),
          new ScoreMetrics(metrics));

  @Test
  void measuresFromAppendTimeToTheFlushByTheInputThatWaitsLongest() {
    outlet.publish("ada", ada, step(Inputs.pricing("ada", "e1", T)), T);
    outlet.publish("ada", ada, step(Inputs.pricing("ada", "e2", T)), T + 300);
    now = T + 500;
    outlet.flush();
    assertThat(sent).hasSize(1);
    assertThat(metrics.histogram("publish-latency-ms").getStatistics().getValues())
        .containsExactly(500);
  }

  @Test
  void measuresNothingForWhatTimeAloneBroughtAbout() {
    outlet.publish("ada", ada, step(Inputs.pricing("ada", "e1", T)), PendingRows.NO_INPUT);
    outlet.flush();
    assertThat(metrics.histogram("publish-latency-ms").getCount()).isZero();
  }

  @Test
  void countsRowsAndAlertsByTheirKind() {
    outlet.publish("ada", ada, step(Inputs.contact("ada", "e1", T)), T);
    outlet.publish("ada", ada, step(Inputs.contact("ada", "e2", T)), T);
    outlet.flush();
    assertThat(metrics.count("type.raised.alerts")).isEqualTo(1);
    assertThat(metrics.count("type.updated.alerts")).isEqualTo(1);
    assertThat(metrics.count("type.cooled.alerts")).isZero();
    assertThat(metrics.count("rows")).isEqualTo(1);
    assertThat(metrics.count("tombstones")).isZero();
  }

  @Test
  void countsAlertsThatSomethingForbade() {
    for (int i = 0; i < 4; i++) {
      outlet.publish("ada", ada, step(Inputs.pricing("ada", "e" + i, T)), T);
    }
    assertThat(metrics.count("reason.distinct-signals.suppressed")).isEqualTo(1);
    assertThat(metrics.count("reason.human-signal.suppressed")).isEqualTo(1);
    assertThat(metrics.count("reason.cooldown.suppressed")).isZero();
  }

  @Test
  void passesAlertsBeforeTheRowsThatWait() {
    outlet.publish("ada", ada, step(Inputs.pricing("ada", "e1", T)), T);
    outlet.publish("ada", ada, step(Inputs.contact("ada", "e2", T)), T);
    outlet.flush();
    assertThat(sent)
        .extracting(OutputRecord::topic)
        .containsExactly(OutputTopic.HOT_LEAD_ALERT, OutputTopic.LEAD_SCORE);
    assertThat(outlet.pendingRows()).isZero();
  }

  private Step step(LeadInput input) {
    Engagement engagement = ((LeadInput.Engaged) input).engagement();
    return scorer.onEngagement(ada, engagement, () -> Profile.UNKNOWN);
  }
}
