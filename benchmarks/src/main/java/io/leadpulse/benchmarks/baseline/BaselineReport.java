package io.leadpulse.benchmarks.baseline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What a measurement gave.
 *
 * @param asOf when the first event happened
 * @param sha256 of the records, in the order of sending
 * @param usPerEvent CPU microseconds of the whole process, median of the blocks
 * @param ratio the job's of these by the copy's
 * @param taskUsPerEvent the same of Flink's task threads alone
 * @param eventsPerSecond by the clock, median of the blocks
 * @param blocks in the order they were run
 */
record BaselineReport(
    long seed,
    String asOf,
    int leads,
    long events,
    long warmUp,
    long bytes,
    String sha256,
    Machine machine,
    Map<String, Double> usPerEvent,
    Map<String, List<Double>> range,
    double ratio,
    Map<String, Double> taskUsPerEvent,
    double taskRatio,
    Map<String, Double> eventsPerSecond,
    List<Block> blocks,
    String discarded) {

  /**
   * Where it was measured.
   *
   * @param load the machine's, of the last minute, before the first and after the last block: what
   *     else runs makes caches cold
   */
  record Machine(String cpu, int processors, String java, String system, List<Double> load) {}

  static Map<String, Double> medians(List<Block> blocks, ToDoubleFunction<Block> figure) {
    Map<String, Double> medians = new TreeMap<>();
    sorted(blocks, figure).forEach((name, values) -> medians.put(name, median(values)));
    return medians;
  }

  /** The least and the greatest by pipeline. */
  static Map<String, List<Double>> ranges(List<Block> blocks, ToDoubleFunction<Block> figure) {
    Map<String, List<Double>> ranges = new TreeMap<>();
    sorted(blocks, figure)
        .forEach(
            (name, values) ->
                ranges.put(name, List.of(values.get(0), values.get(values.size() - 1))));
    return ranges;
  }

  static double ratio(Map<String, Double> medians) {
    return Block.rounded(medians.getOrDefault("job", 0.0) / medians.getOrDefault("copy", 1.0));
  }

  private static Map<String, List<Double>> sorted(
      List<Block> blocks, ToDoubleFunction<Block> figure) {
    Map<String, List<Double>> sorted = new TreeMap<>();
    for (String name : List.of("job", "copy")) {
      sorted.put(
          name,
          blocks.stream()
              .filter(block -> block.pipeline().equals(name))
              .map(figure::applyAsDouble)
              .sorted()
              .toList());
    }
    return sorted;
  }

  private static double median(List<Double> sorted) {
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : Block.rounded((sorted.get(half - 1) + sorted.get(half)) / 2);
  }
}
