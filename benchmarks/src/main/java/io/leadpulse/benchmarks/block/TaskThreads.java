package io.leadpulse.benchmarks.block;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The threads of this process that run Flink's operators. */
final class TaskThreads {
  private static final String GROUP = "Flink Task Threads";

  private TaskThreads() {}

  static Set<String> names() {
    Set<String> names = new HashSet<>();
    all().forEach(thread -> names.add(thread.getName()));
    return names;
  }

  /** Bytes that they have allocated on the heap so far. */
  static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return all().stream()
        .mapToLong(thread -> Math.max(0, threads.getThreadAllocatedBytes(thread.getId())))
        .sum();
  }

  private static List<Thread> all() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getThreadGroup() != null)
        .filter(thread -> thread.getThreadGroup().getName().equals(GROUP))
        .toList();
  }
}
