package io.leadpulse.benchmarks.measure;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a thread works for, by its name as Linux has it. */
public enum CpuGroup {
  /** Threads that run operators. */
  TASK(),
  /** Kafka's clients: fetching, sending, coordinating. */
  KAFKA("Source Data Fet", "kafka-"),
  /** RocksDB's flushes and compactions. */
  ROCKSDB("rocksdb:"),
  /** Garbage collection. */
  GC("GC Thread", "G1 "),
  /** Compilation of Java code, which ends some time after the start. */
  JIT("C1 Compiler", "C2 Compiler"),
  /** All else, threads that ended included. */
  OTHER();

  /** Linux keeps so much of a name. */
  private static final int LONGEST = 15;

  private final List<String> prefixes;

  CpuGroup(String... prefixes) {
    this.prefixes = List.of(prefixes);
  }

  /** The name in reports. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The group of a thread.
   *
   * @param comm its name as Linux has it, 15 characters at most
   * @param tasks names of the threads that run operators or were started by such, of any length
   */
  static CpuGroup of(String comm, Set<String> tasks) {
    for (CpuGroup group : values()) {
      if (group.prefixes.stream().anyMatch(comm::startsWith)) {
        return group;
      }
    }
    // Last, since Kafka's threads are started by the tasks and so are in their group.
    if (tasks.stream().anyMatch(task -> comm.equals(cut(task)))) {
      return TASK;
    }
    return OTHER;
  }

  private static String cut(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST).stripTrailing();
  }
}
