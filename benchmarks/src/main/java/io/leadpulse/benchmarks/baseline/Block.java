package io.leadpulse.benchmarks.baseline;

import java.util.Locale;

/**
 * One pipeline measured once, in a JVM of its own.
 *
 * @param events between the marks
 * @param processMicros CPU of the whole process, per event
 * @param taskMicros CPU of Flink's task threads, per event
 */
public record Block(
    String pipeline,
    long events,
    double seconds,
    long eventsPerSecond,
    double processMicros,
    double taskMicros) {

  static Block of(Pipeline pipeline, Mark from, Mark to) {
    long events = to.inputs() - from.inputs();
    double seconds = (to.nanos() - from.nanos()) / 1e9;
    return new Block(
        pipeline.name().toLowerCase(Locale.ROOT),
        events,
        rounded(seconds),
        Math.round(events / seconds),
        rounded((to.process() - from.process()) / 1e3 / events),
        rounded((to.tasks() - from.tasks()) / 1e3 / events));
  }

  static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
