package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.measure.Block;
import io.leadpulse.benchmarks.measure.DiscardRule;
import io.leadpulse.benchmarks.measure.Pairs;
import io.leadpulse.benchmarks.measure.Ratio;
import io.leadpulse.benchmarks.traffic.Audience;
import io.leadpulse.benchmarks.traffic.Trace;
import io.leadpulse.benchmarks.traffic.TrafficSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a measurement of one workload gave.
 *
 * @param asOf when the first session began
 * @param flink settings of Flink beyond the usual ones
 * @param traffic by the name of the load
 * @param backlog events that were sent ahead of the reader at most
 * @param discardRules fixed beforehand; a pair with a discarded block is discarded
 * @param ratios ours by the peer's CPU of the whole process, by peer; where the workload compares
 *     loads and not peers, the other's by the first's
 * @param ratiosWithoutJit the same without the compilation of Java code, which ends some time after
 *     the start of a job
 * @param ratiosWithBroker the same with the broker's, whose part in the sending is equal for all
 * @param usPerEvent CPU microseconds of the whole process, median of the blocks
 * @param groups the same by what the threads work for
 * @param eventsPerSecond of all threads together, median of the blocks
 * @param brokerUsPerEvent the broker's, the sending of the events included
 * @param counters per event
 * @param discarded blocks by their number from 0, with the rule
 * @param blocks in the order in which they were run
 */
record Report(
    String workload,
    long seed,
    String asOf,
    long warmUp,
    long events,
    String checkpointInterval,
    String tolerance,
    Map<String, String> flink,
    Map<String, Traffic> traffic,
    int backlog,
    Machine machine,
    List<String> discardRules,
    Map<String, Ratio> ratios,
    Map<String, Ratio> ratiosWithoutJit,
    Map<String, Ratio> ratiosWithBroker,
    Map<String, Double> usPerEvent,
    Map<String, Double> usPerEventWithoutJit,
    Map<String, Map<String, Double>> groups,
    Map<String, Double> eventsPerSecond,
    Map<String, Double> brokerUsPerEvent,
    Map<String, Map<String, Double>> counters,
    Map<Integer, String> discarded,
    List<Block> blocks)
    implements Findings {
  private static final String LINE = "%s %-22s %8.2f us";
  private static final String RATIO = "%s %-22s %8.2f times (%.2f to %.2f)";

  /**
   * What was sent; the seed, the instant and these figures give the same bytes again.
   *
   * @param bytes of all keys and values
   * @param sha256 of the records in the order of sending
   */
  record Traffic(
      int leads,
      double zipf,
      int botPercent,
      double rate,
      int eventBytes,
      int sections,
      long records,
      long bytes,
      String sha256) {
    static Traffic of(TrafficSettings settings, Trace trace) {
      Audience audience = settings.audience();
      return new Traffic(
          audience.leads(),
          audience.zipf(),
          audience.botPercent(),
          settings.rate(),
          settings.eventBytes(),
          settings.sections(),
          trace.records(),
          trace.bytes(),
          trace.sha256());
    }
  }

  /**
   * @param counted one block of each at most in which accesses to state were counted
   */
  static Report of(
      RunSettings settings,
      Map<String, Trace> traces,
      List<Block> blocks,
      List<Block> counted,
      double loadBefore) {
    Pairs pairs =
        new Pairs(
            settings.candidates().get(0).name(),
            settings.workload().isFirstTheMeasure(),
            blocks,
            settings.candidates().get(0).load().traffic().seed());
    TrafficSettings sent = settings.candidates().get(0).load().traffic();
    return new Report(
        settings.workload().name(),
        sent.seed(),
        sent.asOf().toString(),
        settings.warmUp(),
        settings.events(),
        settings.checkpointInterval(),
        settings.tolerance(),
        new TreeMap<>(settings.flink()),
        traffic(settings, traces),
        settings.backlog(),
        Machine.of(loadBefore),
        DiscardRule.texts(),
        pairs.ratios(block -> block.usage().usPerEvent()),
        pairs.ratios(block -> block.usage().usWithoutJit()),
        pairs.ratios(block -> block.usage().usPerEvent() + block.usage().brokerUsPerEvent()),
        pairs.medians(block -> block.usage().usPerEvent()),
        pairs.medians(block -> block.usage().usWithoutJit()),
        pairs.mediansByName(block -> block.usage().groups()),
        pairs.medians(block -> block.usage().eventsPerSecond()),
        pairs.medians(block -> block.usage().brokerUsPerEvent()),
        counters(pairs, counted),
        pairs.discarded(),
        blocks);
  }

  private static Map<String, Traffic> traffic(RunSettings settings, Map<String, Trace> traces) {
    Map<String, Traffic> traffic = new TreeMap<>();
    for (Candidate candidate : settings.candidates()) {
      Load load = candidate.load();
      Trace trace = Objects.requireNonNull(traces.get(load.name()));
      traffic.put(load.name(), Traffic.of(load.traffic(), trace));
    }
    return traffic;
  }

  /** Of the timed blocks, and of the others what only they know. */
  private static Map<String, Map<String, Double>> counters(Pairs pairs, List<Block> counted) {
    Map<String, Map<String, Double>> counters = pairs.mediansByName(Block::counters);
    for (Block block : counted) {
      Map<String, Double> known = counters.computeIfAbsent(block.peer(), peer -> new TreeMap<>());
      block.counters().forEach(known::putIfAbsent);
    }
    return counters;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    usPerEvent.forEach(
        (name, micros) -> lines.add(String.format(Locale.ROOT, LINE, workload, name, micros)));
    ratios.forEach(
        (name, ratio) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    RATIO,
                    workload,
                    name,
                    ratio.median(),
                    ratio.low(),
                    ratio.high())));
    return lines;
  }

  /** A block in one line. */
  static String line(Block block) {
    return String.format(
        Locale.ROOT,
        "%.2f us, %.2f without JIT, %.0f events/s, %s",
        block.usage().usPerEvent(),
        block.usage().usWithoutJit(),
        block.usage().eventsPerSecond(),
        DiscardRule.of(block).map(rule -> "discarded: " + rule.text()).orElse("kept"));
  }
}
