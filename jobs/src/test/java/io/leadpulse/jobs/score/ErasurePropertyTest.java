package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.schemas.LeadScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Who is forgotten stays forgotten, whatever comes late, is still under way or is told twice; and
 * nobody else is. The other ids of the person are forgotten too, if the job knew of them when it
 * was told: a merge that the erasure overtakes is one of somebody who is gone already. {@code
 * -Derasure.cases=10000} looks longer, {@code -Derasure.seed=N} begins at another case.
 */
class ErasurePropertyTest {
  private static final long SEED = Long.getLong("erasure.seed", 20_261_129L);
  private static final int CASES = Integer.getInteger("erasure.cases", 60);
  private static final List<String> IDS = List.of("ada", "bob", "cyd", "dan", "eve");
  private static final int INPUTS = 24;
  private static final int MERGES = 3;
  private static final long T = Inputs.START;
  private static final List<Release> MODEL = List.of(TestModel.first());

  @Test
  void whoIsForgottenNeverComesBack() throws Exception {
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      check(seed, new SplittableRandom(seed));
    }
  }

  private static void check(long seed, SplittableRandom random) throws Exception {
    List<LeadInput> before = events(random);
    List<LeadInput> after = events(random);
    MergedLog log = new MergedLog(before, MERGES, random);
    String erased = IDS.get(random.nextInt(IDS.size()));
    String person = log.personOf(erased);
    after.add(random.nextInt(after.size()), Inputs.erase(erased));
    after.addAll(before.subList(0, before.size() / 2));

    try (ScaledJob job = job(random)) {
      run(job, log.inputs(), random);
      boolean settled = random.nextBoolean();
      if (settled) {
        job.settle(random);
      }
      job.take(Inputs.erase(erased));
      run(job, after, random);
      job.settle(random);
      assertThat(job.stored(erased)).as("state of %s, case %d", erased, seed).isNull();
      assertThat(job.published().rows().values())
          .as("case %d", seed)
          .noneMatch(row -> row.getLeadId().equals(erased));
      if (settled) {
        assertPersonIsGone(job, log, person, seed);
        assertThat(intents(job.published().rows().values(), log))
            .as("case %d, where %s is erased", seed, erased)
            .isEqualTo(othersAlone(log, after, person));
      }
    }
  }

  private static void assertPersonIsGone(ScaledJob job, MergedLog log, String person, long seed)
      throws Exception {
    for (String id : IDS) {
      if (log.personOf(id).equals(person)) {
        assertThat(job.stored(id)).as("state of %s, case %d", id, seed).isNull();
      }
    }
  }

  private static List<LeadInput> events(SplittableRandom random) {
    List<LeadInput> events = new ArrayList<>();
    for (int i = 0; i < INPUTS; i++) {
      String id = IDS.get(random.nextInt(IDS.size()));
      String event = "e" + random.nextInt(1_000_000);
      events.add(
          switch (random.nextInt(5)) {
            case 0 -> Inputs.contact(id, event, T);
            case 1 -> Inputs.page(id, event, T, "/" + event);
            case 2 -> Inputs.profile(id, T + i, Inputs.company(T + i, "Midori", 400));
            default -> Inputs.pricing(id, event, T);
          });
    }
    return events;
  }

  private static ScaledJob job(SplittableRandom random) throws Exception {
    CacheSettings cache = Caches.ALL.get(random.nextInt(Caches.ALL.size()));
    ScaledJob job = new ScaledJob(Settings.live(cache), MODEL, Backend.HEAP);
    job.watermark(T);
    return job;
  }

  private static void run(ScaledJob job, List<LeadInput> inputs, SplittableRandom random)
      throws Exception {
    for (LeadInput input : inputs) {
      job.take(input);
      switch (random.nextInt(50)) {
        case 0 -> job.crash(1 + random.nextInt(2));
        case 1, 2, 3, 4, 5, 6 -> job.checkpoint();
        default -> {
          if (random.nextBoolean()) {
            job.deliver(random);
          }
        }
      }
    }
  }

  /** Rows of a job in which each person has one id, and the person who is erased never was. */
  private static Map<String, Long> othersAlone(MergedLog log, List<LeadInput> after, String person)
      throws Exception {
    try (ScaledJob job = new ScaledJob(Settings.live(Caches.UNBOUNDED), MODEL, Backend.HEAP)) {
      job.watermark(T);
      for (LeadInput input : log.with(after).asPersons()) {
        if (!input.leadId().equals(person)) {
          job.take(input);
        }
      }
      job.checkpoint();
      return intents(job.published().rows().values(), log);
    }
  }

  private static Map<String, Long> intents(Iterable<LeadScore> rows, MergedLog log) {
    Map<String, Long> intents = new HashMap<>();
    for (LeadScore row : rows) {
      if (row.getIntentMilli() > 0) {
        intents.merge(log.personOf(row.getLeadId()), row.getIntentMilli(), Long::sum);
      }
    }
    return new TreeMap<>(intents);
  }
}
