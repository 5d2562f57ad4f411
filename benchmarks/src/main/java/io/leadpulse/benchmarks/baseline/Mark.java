package io.leadpulse.benchmarks.baseline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * CPU and time that this process has used up to some input.
 *
 * @param inputs taken so far
 * @param nanos as {@link System#nanoTime}
 * @param process CPU nanoseconds of the whole process: tasks, Kafka's clients, RocksDB's own
 *     threads, the garbage collector, the compiler
 * @param tasks CPU nanoseconds of the threads that run Flink's tasks
 */
record Mark(long inputs, long nanos, long process, long tasks) {
  private static final String TASKS = "Flink Task Threads";

  /** The present one. */
  static Mark now(long inputs) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Mark(inputs, System.nanoTime(), system.getProcessCpuTime(), taskNanos());
  }

  private static long taskNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      ThreadGroup group = thread.getThreadGroup();
      if (group != null && group.getName().equals(TASKS)) {
        sum += Math.max(0, threads.getThreadCpuTime(thread.getId()));
      }
    }
    return sum;
  }
}
