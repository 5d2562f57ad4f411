package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.metrics.Histogram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackendLeadStoreTest {
  private final Metrics shown = new Metrics();
  private final StateMetrics metrics = new StateMetrics(shown);

  @ParameterizedTest
  @EnumSource(Backend.class)
  void knowsNothingOfALeadThatNobodyPut(Backend backend) throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      LeadStore store = store(job);
      assertThat(store.lead("ada")).isNull();
      assertThat(store.profile("ada")).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void keepsNoChangeThatWasNotPutBack(Backend backend) throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      LeadStore store = store(job);
      LeadState put = due(100);
      store.putLead("ada", put);
      put.timerHour(200);
      store.lead("ada").timerHour(300);
      assertThat(store.lead("ada").timerHour()).isEqualTo(100);
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void tellsLeadsApartWhateverTheCurrentKeyIs(Backend backend) throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      LeadStore store = store(job);
      store.putLead("ada", due(1));
      store.putProfile("bob", Inputs.company(1, "Midori", 3));
      store.putLead("bob", due(2));
      job.getOperator().setCurrentKey("eve");
      assertThat(store.lead("ada").timerHour()).isEqualTo(1);
      assertThat(store.lead("bob").timerHour()).isEqualTo(2);
      assertThat(store.profile("bob")).extracting(Profile::company).isEqualTo("Midori");
      assertThat(store.profile("ada")).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void visitsEveryLeadOnceThoughTheyArePutMeanwhile(Backend backend) throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      LeadStore store = store(job);
      for (int i = 0; i < 500; i++) {
        store.putLead("lead-" + i, due(1));
      }
      store.putProfile("profile only", Profile.UNKNOWN);
      List<String> visited = new ArrayList<>();
      try (LeadIds ids = store.leadIds()) {
        while (ids.hasNext()) {
          String lead = ids.next();
          visited.add(lead);
          store.putLead(lead, due(2));
        }
      }
      assertThat(visited).hasSize(500).doesNotHaveDuplicates();
      assertThat(store.lead("lead-7").timerHour()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void tellsTheSizeOfWhatItWrites(Backend backend) throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      store(job).putLead("ada", new LeadState());
      Histogram sizes = shown.histogram("state-bytes");
      assertThat(sizes.getCount()).isEqualTo(1);
      assertThat(sizes.getStatistics().getMax()).isBetween(10L, 100L);
    }
  }

  private LeadStore store(ScoreLeadHarness job) throws Exception {
    return new BackendLeadStore(job.getOperator().getKeyedStateBackend(), Timers.unseen(), metrics);
  }

  private static LeadState due(int hour) {
    LeadState state = new LeadState();
    state.timerHour(hour);
    return state;
  }
}
