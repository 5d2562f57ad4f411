package io.leadpulse.benchmarks.block;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Threads of this process, picked by a part of their own name or their group's. */
public final class Threads {
  /** Those that run Flink's operators, and those that these start. */
  static final String FLINK_TASKS = "Flink Task Threads";

  private Threads() {}

  public static Set<String> named(String part) {
    return all(part).stream().map(Thread::getName).collect(Collectors.toSet());
  }

  /** Bytes that they have allocated on the heap so far. */
  public static long allocated(String part) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return all(part).stream()
        .mapToLong(thread -> Math.max(0, threads.getThreadAllocatedBytes(thread.getId())))
        .sum();
  }

  private static List<Thread> all(String part) {
    Predicate<Thread> wanted =
        thread -> {
          ThreadGroup group = thread.getThreadGroup();
          return thread.getName().contains(part) || group != null && group.getName().contains(part);
        };
    return Thread.getAllStackTraces().keySet().stream().filter(wanted).toList();
  }
}
