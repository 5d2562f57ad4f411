package io.leadpulse.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void theMedianIsTheMiddleOne() {
    assertThat(Figures.median(3, 1, 2)).isEqualTo(2);
    assertThat(Figures.median(4, 1, 3, 2)).isEqualTo(2.5);
    assertThat(Figures.median(7)).isEqualTo(7);
  }

  @Test
  void pairsThatAgreeGiveANarrowInterval() {
    assertThat(Ratio.of(new double[] {0.5, 0.5, 0.5, 0.5}, 1))
        .isEqualTo(new Ratio(0.5, 0.5, 0.5, 4));
  }

  @Test
  void theIntervalHoldsTheMedianAndOneWildPairDoesNotMoveIt() {
    double[] ratios = {0.48, 0.5, 0.49, 0.51, 0.5, 0.52, 0.5, 3};
    Ratio ratio = Ratio.of(ratios, 1);
    assertThat(ratio.median()).isEqualTo(0.5);
    assertThat(ratio.low()).isBetween(0.48, 0.5);
    assertThat(ratio.high()).isBetween(0.5, 0.52);
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    double[] ratios = {0.4, 0.9, 0.5, 0.7, 0.6};
    assertThat(Ratio.of(ratios, 5)).isEqualTo(Ratio.of(ratios, 5));
  }

  @Test
  void everySecondRoundGoesBackwards() {
    assertThat(Schedule.mirrored(List.of("a", "b"), 4))
        .containsExactly("a", "b", "b", "a", "a", "b", "b", "a");
  }

  @Test
  void theNthBlockIsComparedWithTheNthOfThePeer() {
    List<Block> blocks =
        List.of(
            Blocks.of("ours", 10),
            Blocks.of("peer", 20),
            Blocks.of("peer", 50),
            Blocks.of("ours", 20));
    Pairs pairs = new Pairs("ours", false, blocks, 1);
    Ratio ratio = pairs.ratios(block -> block.usage().usPerEvent()).get("peer");
    assertThat(ratio).isNotNull();
    assertThat(ratio.median()).isEqualTo(0.45);
    assertThat(ratio.pairs()).isEqualTo(2);
    assertThat(pairs.medians(block -> block.usage().usPerEvent()))
        .containsEntry("ours", 15.0)
        .containsEntry("peer", 35.0);
  }

  @Test
  void aPairWithADiscardedBlockIsDiscarded() {
    List<Block> blocks =
        List.of(
            Blocks.with(1, 0, true),
            Blocks.of("peer", 20),
            Blocks.of("peer", 40),
            Blocks.of("ours", 10));
    Pairs pairs = new Pairs("ours", false, blocks, 1);
    assertThat(pairs.ratios(block -> block.usage().usPerEvent()).get("peer"))
        .isEqualTo(new Ratio(0.25, 0.25, 0.25, 1));
    assertThat(pairs.discarded()).containsOnlyKeys(0);
  }

  @Test
  void aBlockIsDiscardedByTheRulesAlone() {
    assertThat(DiscardRule.of(Blocks.with(0, 0, true))).isEmpty();
    assertThat(DiscardRule.of(Blocks.with(1, 0, true))).contains(DiscardRule.RESTARTED);
    assertThat(DiscardRule.of(Blocks.with(0, 0, false))).contains(DiscardRule.WRONG);
    assertThat(DiscardRule.of(Blocks.with(0, 0.2, true))).contains(DiscardRule.DRY);
    assertThat(DiscardRule.of(Blocks.slow(10, 7.9))).isEmpty();
    assertThat(DiscardRule.of(Blocks.slow(10, 8.1))).contains(DiscardRule.STARVED);
  }
}
