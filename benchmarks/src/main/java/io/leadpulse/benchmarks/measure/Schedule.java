package io.leadpulse.benchmarks.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** In which order things are measured. */
public final class Schedule {
  private Schedule() {}

  /**
   * So many rounds, every second one backwards: with two things A, B, B, A. What gets slower or
   * faster as time goes meets all of them alike.
   */
  public static <T> List<T> mirrored(List<T> round, int rounds) {
    List<T> order = new ArrayList<>();
    List<T> backwards = new ArrayList<>(round);
    Collections.reverse(backwards);
    for (int i = 0; i < rounds; i++) {
      order.addAll(i % 2 == 0 ? round : backwards);
    }
    return order;
  }
}
