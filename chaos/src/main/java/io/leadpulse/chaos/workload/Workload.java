package io.leadpulse.chaos.workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that is sent in a run, in the order of sending. The same seed and size give the same
 * records.
 *
 * @param leads how many there are
 */
public record Workload(List<Entry> entries, int leads) {

  public Workload {
    entries = List.copyOf(entries);
  }

  /**
   * Makes one.
   *
   * @param atLeast how many records
   */
  public static Workload of(long seed, int atLeast) {
    List<Entry> entries = new ArrayList<>(atLeast);
    int leads = 0;
    while (entries.size() < atLeast) {
      entries.addAll(LeadLife.of(seed, leads));
      leads++;
    }
    // Stable, so that a lead's records of the same instant keep their order.
    entries.sort(Comparator.comparingLong(Entry::feedAt));
    return new Workload(entries, leads);
  }
}
