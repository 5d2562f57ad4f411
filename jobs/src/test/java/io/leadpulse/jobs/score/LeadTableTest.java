package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTableTest {
  private static final int STEPS = 20_000;

  /** Few hashes for many ids, so that leads are pushed on and gaps are closed around the end. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 16, 1_000_000})
  void findsWhatAHashMapWouldFind(int hashes) {
    SplittableRandom random = new SplittableRandom(hashes);
    LeadTable table = new LeadTable();
    Map<String, CachedLead> expected = new HashMap<>();
    for (int step = 0; step < STEPS; step++) {
      String id = "lead-" + random.nextInt(100);
      int hash = LeadTable.hash(id) % hashes;
      CachedLead lead = table.find(id, hash);
      assertThat(lead).isSameAs(expected.get(id));
      if (lead == null) {
        CachedLead added = new CachedLead(id, hash, 0);
        table.add(added);
        expected.put(id, added);
      } else if (random.nextBoolean()) {
        table.remove(lead);
        expected.remove(id);
      }
      assertThat(table.size()).isEqualTo(expected.size());
    }
  }
}
