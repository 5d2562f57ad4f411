package io.leadpulse.engine.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Ways to vary lists in properties. */
public final class Lists {
  private Lists() {}

  /** Smaller lists: halves first, then each with one element less. */
  public static <T> List<List<T>> smaller(List<T> list) {
    List<List<T>> candidates = new ArrayList<>();
    if (list.size() > 3) {
      candidates.add(List.copyOf(list.subList(0, list.size() / 2)));
      candidates.add(List.copyOf(list.subList(list.size() / 2, list.size())));
    }
    for (int i = 0; i < list.size(); i++) {
      List<T> shorter = new ArrayList<>(list);
      shorter.remove(i);
      candidates.add(List.copyOf(shorter));
    }
    return candidates;
  }

  /** The list in another order. */
  public static <T> List<T> shuffled(List<T> list, SplittableRandom random) {
    List<T> shuffled = new ArrayList<>(list);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, random.nextInt(i + 1));
    }
    return shuffled;
  }
}
