package io.leadpulse.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The blocks of a measurement: the n-th of ours beside the n-th of each peer. */
public final class Pairs {
  private final String ours;
  private final boolean isMeasure;
  private final List<Block> blocks;
  private final long seed;

  /**
   * @param ours name of what is compared with all others
   * @param isMeasure whether a ratio is the other's by ours, and not ours by the other's
   * @param blocks in any order of peers; those of one peer in the order of their rounds
   * @param seed of the draws that give the intervals
   */
  public Pairs(String ours, boolean isMeasure, List<Block> blocks, long seed) {
    this.ours = ours;
    this.isMeasure = isMeasure;
    this.blocks = List.copyOf(blocks);
    this.seed = seed;
  }

  /** For each peer that has a pair left. */
  public Map<String, Ratio> ratios(ToDoubleFunction<Block> figure) {
    List<Block> mine = of(ours);
    Map<String, Ratio> ratios = new TreeMap<>();
    for (String peer : peers()) {
      List<Block> theirs = of(peer);
      List<Double> pairs = new ArrayList<>();
      for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
        if (isKept(mine.get(i)) && isKept(theirs.get(i))) {
          double ratio = figure.applyAsDouble(mine.get(i)) / figure.applyAsDouble(theirs.get(i));
          pairs.add(isMeasure ? 1 / ratio : ratio);
        }
      }
      if (!peer.equals(ours) && !pairs.isEmpty()) {
        ratios.put(peer, Ratio.of(values(pairs), seed));
      }
    }
    return ratios;
  }

  /** The median of the blocks that are left, by peer. */
  public Map<String, Double> medians(ToDoubleFunction<Block> figure) {
    Map<String, Double> medians = new TreeMap<>();
    for (String peer : peers()) {
      List<Double> values =
          of(peer).stream().filter(Pairs::isKept).map(figure::applyAsDouble).toList();
      if (!values.isEmpty()) {
        medians.put(peer, Figures.rounded(Figures.median(values(values))));
      }
    }
    return medians;
  }

  /** The same of several figures, by peer and name. */
  public Map<String, Map<String, Double>> mediansByName(
      Function<Block, Map<String, Double>> figures) {
    Map<String, Map<String, Double>> all = new TreeMap<>();
    for (Block block : blocks) {
      for (String name : figures.apply(block).keySet()) {
        Double median =
            medians(each -> figures.apply(each).getOrDefault(name, 0.0)).get(block.peer());
        if (median != null) {
          all.computeIfAbsent(block.peer(), peer -> new TreeMap<>()).put(name, median);
        }
      }
    }
    return all;
  }

  /** Blocks that are left out, by their number from 0, with the rule. */
  public Map<Integer, String> discarded() {
    Map<Integer, String> discarded = new TreeMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      Optional<DiscardRule> rule = DiscardRule.of(blocks.get(i));
      if (rule.isPresent()) {
        discarded.put(i, rule.get().text());
      }
    }
    return discarded;
  }

  private List<String> peers() {
    return blocks.stream().map(Block::peer).distinct().toList();
  }

  private List<Block> of(String peer) {
    return blocks.stream().filter(block -> block.peer().equals(peer)).toList();
  }

  private static boolean isKept(Block block) {
    return DiscardRule.of(block).isEmpty();
  }

  private static double[] values(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
