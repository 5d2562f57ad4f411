package io.leadpulse.chaos.people;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a person of some ids turns out to be.
 *
 * @param shape how the ids become one
 * @param turn what becomes of the person once they are
 */
record Fate(Shape shape, Turn turn) {
  private static final List<Fate> ALL = all();

  /** How ids are merged. */
  enum Shape {
    /** There is one. */
    ALONE,
    /** Each into the next. */
    CHAIN,
    /** All into the last. */
    STAR,
    /** Each into the next, and the last into the first. */
    CIRCLE
  }

  /** What changes when all merges have arrived. */
  enum Turn {
    NOTHING,
    /** The person is merged into one more id. */
    MERGED_ON,
    /** One of the ids is taken out again, with those that had been merged into it. */
    SPLIT,
    /** The same, and merged again later. */
    REUNITED,
    ERASED,
    /** The same; later one more id is merged into the person, and the person into another. */
    ERASED_AND_MERGED
  }

  /**
   * Any of those that are possible. Erasures are rarer than the rest, since of what comes with one
   * nobody can say whether it comes before.
   */
  static Fate draw(SplittableRandom random) {
    Fate fate = any(random);
    return fate.isErased() && random.nextInt(3) > 0 ? any(random) : fate;
  }

  private static Fate any(SplittableRandom random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  private static List<Fate> all() {
    List<Fate> fates = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      for (Turn turn : Turn.values()) {
        if (isPossible(shape, turn)) {
          fates.add(new Fate(shape, turn));
        }
      }
    }
    return List.copyOf(fates);
  }

  /** Which ids leave a circle together depends on the order of its merges, which is nobody's. */
  private static boolean isPossible(Shape shape, Turn turn) {
    boolean splits = turn == Turn.SPLIT || turn == Turn.REUNITED;
    return !splits || shape == Shape.CHAIN || shape == Shape.STAR;
  }

  boolean isErased() {
    return turn == Turn.ERASED || turn == Turn.ERASED_AND_MERGED;
  }
}
