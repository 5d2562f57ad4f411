package io.leadpulse.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * What this process and its broker have used up until some input.
 *
 * @param inputs taken so far
 * @param at as {@link System#nanoTime}
 * @param process CPU nanoseconds of the whole process, threads that ended included
 * @param threads of this process
 * @param broker those of the broker's
 */
public record Mark(long inputs, long at, long process, ThreadTimes threads, ThreadTimes broker) {
  private static final Path SELF = Path.of("/proc/self");

  /**
   * The present one.
   *
   * @param broker process id
   */
  public static Mark now(long inputs, long broker) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Mark(
        inputs,
        System.nanoTime(),
        system.getProcessCpuTime(),
        ThreadTimes.read(SELF),
        ThreadTimes.read(Path.of("/proc", Long.toString(broker))));
  }
}
