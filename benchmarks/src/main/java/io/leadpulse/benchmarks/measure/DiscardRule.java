package io.leadpulse.benchmarks.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What makes a block worth nothing; fixed before the first one runs. */
public enum DiscardRule {
  RESTARTED("the job restarted", block -> block.restarts() > 0),
  WRONG("its output was not what the peer claims to compute", block -> !block.check().holds()),
  STARVED(
      "the clock took over 8 times its CPU time",
      block ->
          block.usage().seconds() * 1e6 > 8 * block.usage().usPerEvent() * block.usage().events()),
  DRY("its input ran dry in over 10 % of looks", block -> block.dry() > 0.1);

  private final String text;
  private final Predicate<Block> holds;

  DiscardRule(String text, Predicate<Block> holds) {
    this.text = text;
    this.holds = holds;
  }

  /** The first rule that discards a block, if any does. */
  public static Optional<DiscardRule> of(Block block) {
    return Arrays.stream(values()).filter(rule -> rule.holds.test(block)).findFirst();
  }

  /** The rule in words. */
  public String text() {
    return text;
  }

  /** All of them in words. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(DiscardRule::text).toList();
  }
}
