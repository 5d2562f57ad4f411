package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.oracle.LeadLog;
import io.leadpulse.jobs.oracle.LogShape;
import io.leadpulse.jobs.oracle.ShippedModel;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.SourceTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random logs of leads that are merged while they act, with restarts at other parallelisms, against
 * a run in which each person has one id from the start. {@code -Dmerge.seed=N} begins at another
 * case, {@code -Dmerge.cases=N} looks longer.
 */
class MergedJobTest {
  private static final long SEED = Long.getLong("merge.seed", 20_261_128L);
  private static final int HEAP_CASES = Integer.getInteger("merge.cases", 5);
  private static final int ROCKSDB_CASES = 1;
  private static final int MERGES = 14;
  private static final LogShape SHAPE = new LogShape(20, 400, 20, Inputs.HOUR, true);
  private static final List<Release> MODEL = List.of(ShippedModel.release("two-teams"));

  @TestFactory
  Stream<DynamicTest> mergesEndAsOnePersonFromTheStart() {
    return cases("merged", MergedJobTest::checkMerges);
  }

  @TestFactory
  Stream<DynamicTest> splitsEndAsIfNobodyHadBeenMerged() {
    return cases("split", MergedJobTest::checkSplits);
  }

  @TestFactory
  Stream<DynamicTest> personsErasedNeverComeBack() {
    return cases("erased", MergedJobTest::checkErasures);
  }

  /** What is checked of a case. */
  private interface Check {
    void run(long seed, Backend backend) throws Exception;
  }

  private static Stream<DynamicTest> cases(String name, Check check) {
    return Stream.concat(
        cases(name, Backend.HEAP, SEED, HEAP_CASES, check),
        cases(name, Backend.ROCKSDB, SEED + 1, ROCKSDB_CASES, check));
  }

  private static Stream<DynamicTest> cases(
      String name, Backend backend, long from, int count, Check check) {
    return Stream.iterate(from, seed -> seed + 1)
        .limit(count)
        .map(
            seed ->
                DynamicTest.dynamicTest(
                    name + " " + backend + " " + seed, () -> check.run(seed, backend)));
  }

  private static void checkMerges(long seed, Backend backend) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    MergedLog log = new MergedLog(LeadLog.of(seed, SHAPE), MERGES, random);
    try (ScaledJob job = job(seed, backend)) {
      run(job, log.inputs(), random);
      end(job, random);
      assertThat(intents(job, log::personOf)).isEqualTo(calm(log.asPersons()));
      assertAllCounted(job, log.inputs());
    }
  }

  private static void checkSplits(long seed, Backend backend) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    List<LeadInput> inputs = LeadLog.of(seed, SHAPE);
    MergedLog log = new MergedLog(inputs.subList(0, 300), MERGES, random);
    try (ScaledJob job = job(seed, backend)) {
      run(job, log.inputs(), random);
      job.settle(random);
      for (String id : inputs.stream().map(LeadInput::leadId).distinct().toList()) {
        job.take(Inputs.split(id));
      }
      run(job, inputs.subList(300, 400), random);
      end(job, random);
      assertThat(intents(job, UnaryOperator.identity())).isEqualTo(calm(inputs));
    }
  }

  private static void checkErasures(long seed, Backend backend) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    List<LeadInput> inputs = LeadLog.of(seed, SHAPE);
    MergedLog log = new MergedLog(inputs.subList(0, 300), MERGES, random);
    String erased = inputs.get(random.nextInt(300)).leadId();
    try (ScaledJob job = job(seed, backend)) {
      run(job, log.inputs(), random);
      job.settle(random);
      job.take(Inputs.erase(erased));
      run(job, inputs.subList(300, 400), random);
      end(job, random);
      Map<String, Long> intents = intents(job, log::personOf);
      assertThat(intents.keySet()).noneMatch(key -> key.startsWith(log.personOf(erased) + "/"));
      for (LeadInput input : inputs) {
        if (log.personOf(input.leadId()).equals(log.personOf(erased))) {
          assertThat(job.stored(input.leadId())).as(input.leadId()).isNull();
        }
      }
      MergedLog whole = log.with(inputs.subList(300, 400));
      Map<String, Long> others = calm(whole.asPersons());
      others.keySet().removeIf(key -> key.startsWith(log.personOf(erased) + "/"));
      assertThat(intents).isEqualTo(others);
    }
  }

  private static ScaledJob job(long seed, Backend backend) throws Exception {
    CacheSettings cache = Caches.ALL.get((int) (seed % Caches.ALL.size()));
    return new ScaledJob(settings(cache), MODEL, backend);
  }

  /** Anything may come before anything, as long as each partition keeps its order. */
  private static void run(ScaledJob job, List<LeadInput> inputs, SplittableRandom random)
      throws Exception {
    for (LeadInput input : inputs) {
      job.take(input);
      switch (random.nextInt(100)) {
        case 0 -> job.crash(1 + random.nextInt(4));
        case 1 -> job.rescale(1 + random.nextInt(4));
        case 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 -> job.checkpoint();
        default -> {
          if (random.nextBoolean()) {
            job.deliver(random);
          }
        }
      }
    }
  }

  private static void end(ScaledJob job, SplittableRandom random) throws Exception {
    job.settle(random);
    job.end();
  }

  /** The same inputs without a restart, a cache, or anybody merged. */
  private static Map<String, Long> calm(List<LeadInput> inputs) throws Exception {
    try (ScaledJob job = new ScaledJob(settings(CacheSettings.OFF), MODEL, Backend.HEAP)) {
      for (LeadInput input : inputs) {
        job.take(input);
      }
      job.end();
      return intents(job, UnaryOperator.identity());
    }
  }

  /** Milli-points by {@code person/scorecard}, those above 0; no person has two rows. */
  private static Map<String, Long> intents(ScaledJob job, UnaryOperator<String> personOf) {
    Map<String, Long> intents = new TreeMap<>();
    job.published()
        .rows()
        .values()
        .forEach(
            row -> {
              String key = personOf.apply(row.getLeadId()) + "/" + row.getScorecard();
              if (row.getIntentMilli() > 0) {
                assertThat(intents.put(key, row.getIntentMilli())).as(key).isNull();
              }
            });
    return intents;
  }

  private static void assertAllCounted(ScaledJob job, List<LeadInput> inputs) {
    long total = 0;
    for (SourceTopic source : SourceTopic.values()) {
      for (Outcome outcome : Outcome.values()) {
        total += job.count(source, outcome);
      }
      assertThat(job.count(source, Outcome.WAITING)).as("waiting of %s", source).isZero();
    }
    assertThat(total).isEqualTo(inputs.size());
  }

  private static ScoreSettings settings(CacheSettings cache) {
    return new ScoreSettings(
        TimeMode.REPLAY,
        Hours.of(LeadLog.START + (SHAPE.days() + 2) * Inputs.DAY),
        ScoringSettings.DEFAULT.toleranceMilli(),
        ScoringSettings.DEFAULT.dedupeWindowHours(),
        Duration.ofMillis(200),
        Duration.ZERO,
        50,
        cache,
        "test.");
  }
}
