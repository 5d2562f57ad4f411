package io.leadpulse.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.benchmarks.measure.ThreadTimes.Account;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CpuTest {
  private static final Set<String> TASKS =
      Set.of(
          "Source: records about leads -> decode (1/1)#0",
          "score lead -> results: Writer (1/1)#0",
          "kafka-producer-network-thread | producer-1");

  @Test
  void threadsAreGroupedByWhatTheyWorkFor() {
    assertThat(CpuGroup.of("Source: records", TASKS)).isEqualTo(CpuGroup.TASK);
    assertThat(CpuGroup.of("score lead -> r", TASKS)).isEqualTo(CpuGroup.TASK);
    assertThat(CpuGroup.of("Source Data Fet", TASKS)).isEqualTo(CpuGroup.KAFKA);
    assertThat(CpuGroup.of("kafka-producer-", TASKS)).isEqualTo(CpuGroup.KAFKA);
    assertThat(CpuGroup.of("rocksdb:low", TASKS)).isEqualTo(CpuGroup.ROCKSDB);
    assertThat(CpuGroup.of("GC Thread#1", TASKS)).isEqualTo(CpuGroup.GC);
    assertThat(CpuGroup.of("G1 Main Marker", TASKS)).isEqualTo(CpuGroup.GC);
    assertThat(CpuGroup.of("C2 CompilerThre", TASKS)).isEqualTo(CpuGroup.JIT);
    assertThat(CpuGroup.of("AsyncOperations", TASKS)).isEqualTo(CpuGroup.OTHER);
  }

  @Test
  void whatIsUsedBetweenTwoMarksIsSharedOutByEvent() {
    Mark from =
        mark(
            1_000,
            0,
            Map.of(1L, account("score lead -> r", 5_000_000), 2L, account("C2 CompilerThre", 0)));
    Mark to =
        mark(
            2_000,
            20_000_000,
            Map.of(
                1L, account("score lead -> r", 12_000_000),
                2L, account("C2 CompilerThre", 4_000_000),
                3L, account("rocksdb:low", 3_000_000)));
    Usage usage = Usage.between(from, to, TASKS);
    assertThat(usage.events()).isEqualTo(1_000);
    assertThat(usage.groups())
        .containsEntry("task", 7.0)
        .containsEntry("jit", 4.0)
        .containsEntry("rocksdb", 3.0)
        // Of threads that are no more: the process as a whole used 6 ms besides.
        .containsEntry("other", 6.0);
    assertThat(usage.usPerEvent()).isEqualTo(20.0);
    assertThat(usage.usWithoutJit()).isEqualTo(16.0);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aThreadThatRunsIsSeenByItsName() {
    Path self = Path.of("/proc/self");
    ThreadTimes before = ThreadTimes.read(self);
    long sum = 0;
    while (ThreadTimes.read(self).since(before).nanos() < 1_000_000) {
      sum++;
    }
    assertThat(sum).isNotNegative();
    assertThat(before.threads().values())
        .extracting(Account::comm)
        .anyMatch(comm -> CpuGroup.of(comm, Set.of()) == CpuGroup.JIT);
  }

  private static Account account(String comm, long nanos) {
    return new Account(comm, nanos, 0);
  }

  private static Mark mark(long inputs, long process, Map<Long, Account> threads) {
    return new Mark(inputs, 0, process, new ThreadTimes(threads), new ThreadTimes(Map.of()));
  }
}
