package io.leadpulse.cli.judge;

import io.leadpulse.cli.truth.Exhibit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The truth by the coordinates of records: verdicts that come late name no event, but always where
 * it is. For one thread at a time.
 */
public final class Evidence {
  private final Map<Partition, List<@Nullable Exhibit>> exhibits = new HashMap<>();
  private long size;

  private record Partition(String topic, int number) {}

  /** Takes one exhibit with its coordinates. */
  interface Visitor {
    void visit(Place place, Exhibit exhibit);
  }

  /**
   * Keeps what is true of a record.
   *
   * @param offset above those of the same partition that came before
   */
  public void add(String topic, int partition, long offset, Exhibit exhibit) {
    List<@Nullable Exhibit> kept =
        exhibits.computeIfAbsent(new Partition(topic, partition), p -> new ArrayList<>());
    if (offset < kept.size()) {
      throw new IllegalArgumentException(
          "%s-%d: offset %d comes after %d".formatted(topic, partition, offset, kept.size() - 1));
    }
    while (kept.size() < offset) {
      kept.add(null);
    }
    kept.add(exhibit);
    size++;
  }

  /** Records that can be judged, copies included. */
  public long size() {
    return size;
  }

  void forEach(Visitor visitor) {
    exhibits.forEach(
        (partition, kept) -> {
          for (int offset = 0; offset < kept.size(); offset++) {
            Exhibit exhibit = kept.get(offset);
            if (exhibit != null) {
              visitor.visit(new Place(partition.topic(), partition.number(), offset), exhibit);
            }
          }
        });
  }
}
