package io.leadpulse.benchmarks.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was used up between two marks.
 *
 * @param events taken between them
 * @param seconds by the clock
 * @param waitedSeconds that threads were ready to run and had no processor, summed up
 * @param usPerEvent CPU microseconds of the whole process per event
 * @param usWithoutJit the same without the compilation of Java code
 * @param brokerUsPerEvent the broker's, which the sending of the events is part of
 * @param groups CPU microseconds per event by what the threads work for
 */
public record Usage(
    long events,
    double seconds,
    double waitedSeconds,
    double usPerEvent,
    double usWithoutJit,
    double brokerUsPerEvent,
    Map<String, Double> groups) {
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * @param tasks names of the threads that run operators
   */
  public static Usage between(Mark from, Mark to, Set<String> tasks) {
    ThreadTimes used = to.threads().since(from.threads());
    Map<CpuGroup, Long> nanos = byGroup(used, tasks);
    // Of threads that came to their end: only the process as a whole remembers them.
    long ended = Math.max(0, to.process() - from.process() - used.nanos());
    nanos.merge(CpuGroup.OTHER, ended, Long::sum);
    double events = to.inputs() - from.inputs();
    long all = nanos.values().stream().mapToLong(Long::longValue).sum();
    Map<String, Double> groups = new TreeMap<>();
    nanos.forEach((group, n) -> groups.put(group.term(), micros(n, events)));
    return new Usage(
        (long) events,
        Figures.rounded((to.at() - from.at()) / NANOS_PER_SECOND),
        Figures.rounded(used.waited() / NANOS_PER_SECOND),
        micros(all, events),
        micros(all - nanos.getOrDefault(CpuGroup.JIT, 0L), events),
        micros(to.broker().since(from.broker()).nanos(), events),
        groups);
  }

  /** How many were taken in a second by the clock. */
  public double eventsPerSecond() {
    return events / seconds;
  }

  /** What was counted between two totals, for each event. */
  public Map<String, Double> perEvent(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Double> perEvent = new TreeMap<>();
    after.forEach(
        (name, total) ->
            perEvent.put(
                name, Figures.rounded((total - before.getOrDefault(name, 0L)) / (double) events)));
    return perEvent;
  }

  private static Map<CpuGroup, Long> byGroup(ThreadTimes used, Set<String> tasks) {
    Map<CpuGroup, Long> nanos = new EnumMap<>(CpuGroup.class);
    for (CpuGroup group : CpuGroup.values()) {
      nanos.put(group, 0L);
    }
    used.threads()
        .values()
        .forEach(
            thread -> nanos.merge(CpuGroup.of(thread.comm(), tasks), thread.nanos(), Long::sum));
    return nanos;
  }

  private static double micros(long nanos, double events) {
    return Figures.rounded(nanos / NANOS_PER_MICRO / events);
  }
}
