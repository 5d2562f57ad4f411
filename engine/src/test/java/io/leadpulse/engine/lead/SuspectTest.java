package io.leadpulse.engine.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.hygiene.Origin;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.ModelParser;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SuspectTest {
  private static final String MODEL =
      """
      model: test
      time-zone: Asia/Tokyo
      categories: { web: { cap: 100 } }
      signals:
        page: { on: page-view, otherwise: true, points: 30, half-life: 7d, category: web }
        form: { on: form-submit, human: true, points: 60, half-life: 7d, category: web }
      scorecards: { card: { warm: { enter: 20, exit: 10 }, hot: { enter: 80, exit: 60 } } }
      """;
  private static final String AGENT = "Acme-Walker/1.0";
  private static final String IP = "203.0.113.77";

  private final LeadScorer before = scorer(MODEL, 1);
  private final LeadScorer after =
      scorer(MODEL + "hygiene: { agents: { machines: [acme-walker] } }\n", 2);
  private final LeadState state = new LeadState();

  @Test
  void whatAMachineDoesIsWorthNothingEvenIfNoMachineCouldFakeIt() {
    Step step = after.onEngagement(state, event(EventKind.FORM_SUBMIT, 1), () -> Profile.UNKNOWN);

    assertThat(step.outcome()).isEqualTo(Outcome.SUSPECT);
    assertThat(step.rows()).isEmpty();
    assertThat(state.suspects).isEqualTo(1);
  }

  @Test
  void theReleaseInForceWhenItWasRecordedSaysWhoIsAMachine() {
    Engagement event = event(EventKind.PAGE_VIEW, 1);

    assertThat(take(event, before)).isEqualTo(Outcome.APPLIED);
    assertThat(take(event(EventKind.PAGE_VIEW, 2), after)).isEqualTo(Outcome.SUSPECT);
    assertThat(take(event(EventKind.PAGE_VIEW, 3), before)).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void aCopyOfASuspectIsADuplicate() {
    assertThat(take(event(EventKind.PAGE_VIEW, 1), after)).isEqualTo(Outcome.SUSPECT);
    assertThat(take(event(EventKind.PAGE_VIEW, 1), after)).isEqualTo(Outcome.DUPLICATE);
    assertThat(state.suspects).isEqualTo(1);
  }

  @Test
  void neitherAgentNorAddressIsKeptWithTheLead() {
    take(event(EventKind.PAGE_VIEW, 1), before);
    take(event(EventKind.PAGE_VIEW, 2), after);

    String stored = new String(new LeadStateCodec().write(state), StandardCharsets.ISO_8859_1);
    assertThat(stored).contains("event-1").doesNotContain(AGENT).doesNotContain(IP);
  }

  private Outcome take(Engagement event, LeadScorer judge) {
    return after.onEngagement(state, event, () -> Profile.UNKNOWN, judge, Origin.NONE).outcome();
  }

  private static Engagement event(EventKind kind, int number) {
    return Engagement.of(kind, "lead", "event-" + number)
        .occurredAt(number * 3_600_000L)
        .recordedAt(number * 3_600_000L)
        .agent(AGENT)
        .ip(IP)
        .build();
  }

  private static LeadScorer scorer(String yaml, long version) {
    CompiledModel model = ModelParser.parse("test.yaml", yaml, version).orThrow();
    return new LeadScorer(
        model.model(), model.classifier(), model.profilePolicy(), ScoringSettings.DEFAULT);
  }
}
