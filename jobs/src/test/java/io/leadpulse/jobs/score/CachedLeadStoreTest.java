package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.profile.Profile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CachedLeadStoreTest {
  private static final int STEPS = 5_000;
  private static final long PLENTY = 1L << 40;

  private final Metrics shown = new Metrics();
  private final StateMetrics metrics = new StateMetrics(shown);
  private ScoreLeadHarness job;
  private LeadStore plain;

  @BeforeEach
  void open() throws Exception {
    job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP);
    plain =
        new BackendLeadStore(job.getOperator().getKeyedStateBackend(), Timers.unseen(), metrics);
  }

  @AfterEach
  void close() throws Exception {
    job.close();
  }

  @TestFactory
  Stream<DynamicTest> holdsWhatWasPutWhateverItsSize() {
    return Caches.ALL.stream()
        .filter(CacheSettings::isOn)
        .map(limits -> DynamicTest.dynamicTest(limits.toString(), () -> holdsWhatWasPut(limits)));
  }

  private void holdsWhatWasPut(CacheSettings limits) {
    SplittableRandom random = new SplittableRandom(7);
    LeadStore store = cache(limits);
    String run = limits.leads() + "-";
    Map<String, Integer> states = new HashMap<>();
    Map<String, Profile> profiles = new HashMap<>();
    for (int step = 0; step < STEPS; step++) {
      String lead = run + random.nextInt(1 + random.nextInt(400));
      switch (random.nextInt(10)) {
        case 0 -> assertThat(hour(store.visit(lead))).isEqualTo(states.get(lead));
        case 1 -> {
          put(store, lead, store.visit(lead), step);
          states.put(lead, step);
        }
        case 2 -> {
          Profile profile = Inputs.company(step, "company " + step, 3);
          store.putProfile(lead, profile);
          profiles.put(lead, profile);
        }
        case 3 -> assertThat(store.profile(lead)).isEqualTo(profiles.get(lead));
        default -> {
          LeadState state = store.lead(lead);
          assertThat(hour(state)).isEqualTo(states.get(lead));
          assertThat(store.profile(lead)).isEqualTo(profiles.get(lead));
          put(store, lead, state, step);
          states.put(lead, step);
        }
      }
      if (random.nextInt(500) == 0) {
        store.flush();
        assertThat(written(states.keySet())).isEqualTo(states);
      }
      assertThat(shown.gauge("cache-leads")).isLessThanOrEqualTo(limits.leads());
      assertThat(shown.gauge("cache-dirty-leads")).isLessThanOrEqualTo(limits.dirtyLeads());
    }
    assertThat(ids(store, run)).isEqualTo(states.keySet());
    assertThat(written(states.keySet())).isEqualTo(states);
  }

  /** What a checkpoint after a flush would hold. */
  private Map<String, Integer> written(Set<String> leads) {
    Map<String, Integer> written = new HashMap<>();
    leads.forEach(lead -> written.put(lead, hour(plain.lead(lead))));
    return written;
  }

  private static Set<String> ids(LeadStore store, String prefix) {
    Set<String> ids = new HashSet<>();
    try (LeadIds leads = store.leadIds()) {
      while (leads.hasNext()) {
        String lead = leads.next();
        if (lead.startsWith(prefix)) {
          ids.add(lead);
        }
      }
    }
    return ids;
  }

  @Test
  void asksTheBackendOnceForALeadAtHandAndWritesItOnce() {
    LeadStore store = cache(Caches.UNBOUNDED);
    for (int event = 0; event < 8; event++) {
      put(store, "ada", store.lead("ada"), event);
      assertThat(store.profile("ada")).isNull();
    }
    assertThat(shown.count("state-reads")).as("state and profile").isEqualTo(2);
    assertThat(shown.count("state-writes")).isZero();
    store.flush();
    store.flush();
    assertThat(shown.count("state-writes")).isEqualTo(1);
    assertThat(shown.count("cache-hits")).isEqualTo(7);
    assertThat(shown.count("cache-misses")).isEqualTo(1);
  }

  @Test
  void makesRoomByTheLeadThatWasNotUsedForLongest() {
    LeadStore store = cache(new CacheSettings(PLENTY, 2, 2));
    put(store, "busy", store.lead("busy"), 1);
    put(store, "idle", store.lead("idle"), 1);
    store.lead("busy");
    store.lead("new");
    long reads = shown.count("state-reads");
    store.lead("busy");
    assertThat(shown.count("state-reads")).isEqualTo(reads);
    assertThat(hour(plain.lead("idle"))).as("written when it made room").isEqualTo(1);
    assertThat(plain.lead("busy")).as("still waits to be written").isNull();
  }

  @Test
  void writesThoseFirstThatWereNotChangedForLongest() {
    LeadStore store = cache(new CacheSettings(PLENTY, 100, 2));
    put(store, "idle", store.lead("idle"), 1);
    put(store, "busy", store.lead("busy"), 1);
    put(store, "new", store.lead("new"), 1);
    put(store, "busy", store.lead("busy"), 2);
    put(store, "newer", store.lead("newer"), 1);
    assertThat(plain.lead("idle")).isNotNull();
    assertThat(plain.lead("new")).isNotNull();
    assertThat(plain.lead("busy")).as("changed since").isNull();
  }

  @Test
  void writesBehindWhatDidNotChangeForARound() {
    LeadStore store = cache(Caches.UNBOUNDED);
    for (int i = 0; i < 4; i++) {
      put(store, "lead-" + i, store.lead("lead-" + i), 1);
    }
    for (int call = 0; call < CachedLeadStore.CALLS_A_ROUND; call++) {
      put(store, "lead-0", store.lead("lead-0"), call);
      store.writeBehind();
    }
    assertThat(plain.lead("lead-0")).as("changes all the time").isNull();
    assertThat(List.of("lead-1", "lead-2", "lead-3"))
        .allSatisfy(lead -> assertThat(plain.lead(lead)).isNotNull());
  }

  @Test
  void takesNoMoreMemoryThanItMay() {
    int lead = new LeadState().footprint();
    LeadStore store = cache(new CacheSettings(10L * lead, Integer.MAX_VALUE, Integer.MAX_VALUE));
    for (int i = 0; i < 100; i++) {
      put(store, "lead-" + i, store.lead("lead-" + i), i);
      assertThat(shown.size("cache-bytes")).isLessThanOrEqualTo(10L * lead);
    }
    assertThat(shown.gauge("cache-leads")).isBetween(5, 10);
  }

  @Test
  void aWalkOverAllLeadsTakesNobodysPlace() {
    LeadStore store = cache(new CacheSettings(PLENTY, 3, 3));
    for (int i = 0; i < 50; i++) {
      plain.putLead("silent-" + i, new LeadState());
    }
    put(store, "busy", store.lead("busy"), 1);
    try (LeadIds ids = store.leadIds()) {
      while (ids.hasNext()) {
        String lead = ids.next();
        put(store, lead, store.visit(lead), 9);
      }
    }
    assertThat(hour(plain.lead("silent-7"))).isEqualTo(9);
    long misses = shown.count("cache-misses");
    assertThat(hour(store.lead("busy"))).isEqualTo(9);
    assertThat(shown.count("cache-misses")).isEqualTo(misses);
  }

  private LeadStore cache(CacheSettings limits) {
    return new CachedLeadStore(plain, Timers.unseen(), limits, String::length, metrics);
  }

  private static void put(LeadStore store, String lead, LeadState state, int hour) {
    LeadState changed = state == null ? new LeadState() : state;
    changed.timerHour(hour);
    store.putLead(lead, changed);
  }

  private static Integer hour(LeadState state) {
    return state == null ? null : state.timerHour();
  }
}
