package io.leadpulse.engine.score;

import io.leadpulse.engine.model.Category;
import io.leadpulse.engine.model.Damper;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.Weight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard laid out for the loops that value leads: arrays by index instead of lists and ids.
 */
final class CardView {
  final Scorecard card;

  /** By signal; null where it is worth nothing here. */
  final @Nullable Weight[] weights;

  /** By category, in milli-points. */
  final long[] caps;

  /** By damper, then by category: whether it counts nothing meanwhile. */
  private final boolean[][] mutes;

  CardView(Scorecard card, List<Damper> dampers) {
    this.card = card;
    weights = card.weights().toArray(Weight[]::new);
    caps = card.categories().stream().mapToLong(Category::cap).toArray();
    mutes = new boolean[dampers.size()][caps.length];
    for (Damper damper : dampers) {
      for (int c = 0; c < caps.length; c++) {
        mutes[damper.index()][c] = damper.muted().contains(card.categories().get(c).id());
      }
    }
  }

  /**
   * The most that a category adds.
   *
   * @param active bit {@code i} set while damper {@code i} is on
   */
  long cap(int category, long active) {
    for (long rest = active; rest != 0; rest &= rest - 1) {
      if (mutes[Long.numberOfTrailingZeros(rest)][category]) {
        return 0;
      }
    }
    return caps[category];
  }
}
