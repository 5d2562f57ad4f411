package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.measure.Block;
import io.leadpulse.benchmarks.measure.DiscardRule;
import io.leadpulse.benchmarks.measure.Pairs;
import io.leadpulse.benchmarks.measure.Ratio;
import io.leadpulse.benchmarks.peer.Peer;
import io.leadpulse.benchmarks.traffic.Trace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a measurement of one workload gave.
 *
 * @param asOf when the first session began
 * @param bytes of all keys and values
 * @param sha256 of the records in the order of sending
 * @param discardRules fixed beforehand; a pair with a discarded block is discarded
 * @param ratios ours by the peer's CPU of the whole process, by peer
 * @param ratiosWithoutJit the same without the compilation of Java code, which ends some time after
 *     the start of a job
 * @param usPerEvent CPU microseconds of the whole process, median of the blocks
 * @param groups the same by what the threads work for
 * @param brokerUsPerEvent the broker's, the sending of the events included
 * @param counters per event
 * @param discarded blocks by their number from 0, with the rule
 * @param blocks in the order in which they were run
 */
record Report(
    String workload,
    long seed,
    String asOf,
    int leads,
    long warmUp,
    long events,
    String checkpointInterval,
    String tolerance,
    long bytes,
    String sha256,
    Machine machine,
    List<String> discardRules,
    Map<String, Ratio> ratios,
    Map<String, Ratio> ratiosWithoutJit,
    Map<String, Double> usPerEvent,
    Map<String, Double> usPerEventWithoutJit,
    Map<String, Map<String, Double>> groups,
    Map<String, Double> brokerUsPerEvent,
    Map<String, Map<String, Double>> counters,
    Map<Integer, String> discarded,
    List<Block> blocks) {

  /**
   * @param counted one block of each at most in which accesses to state were counted
   */
  static Report of(
      RunSettings settings,
      Trace trace,
      List<Block> blocks,
      List<Block> counted,
      double loadBefore) {
    Pairs pairs = new Pairs(Peer.OURS.term(), blocks, settings.traffic().seed());
    return new Report(
        settings.workload(),
        settings.traffic().seed(),
        settings.traffic().asOf().toString(),
        settings.traffic().leads(),
        settings.warmUp(),
        settings.events(),
        settings.checkpointInterval(),
        settings.tolerance(),
        trace.bytes(),
        trace.sha256(),
        Machine.of(loadBefore),
        DiscardRule.texts(),
        pairs.ratios(block -> block.usage().usPerEvent()),
        pairs.ratios(block -> block.usage().usWithoutJit()),
        pairs.medians(block -> block.usage().usPerEvent()),
        pairs.medians(block -> block.usage().usWithoutJit()),
        pairs.mediansByName(block -> block.usage().groups()),
        pairs.medians(block -> block.usage().brokerUsPerEvent()),
        counters(pairs, counted),
        pairs.discarded(),
        blocks);
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

  /** A block in one line. */
  static String line(Block block) {
    return String.format(
        Locale.ROOT,
        "%.2f us, %.2f without JIT, %.0f events/s, %s",
        block.usage().usPerEvent(),
        block.usage().usWithoutJit(),
        block.usage().events() / block.usage().seconds(),
        DiscardRule.of(block).map(rule -> "discarded: " + rule.text()).orElse("kept"));
  }
}
