package io.leadpulse.cli.simulate;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Records that wait for their turn in the stream. */
final class Backlog {
  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long added;

  /**
   * @param position where in the stream the record's turn is
   */
  void add(double position, SimulatedRecord record) {
    entries.add(new Entry(position, added++, record));
  }

  /** The first record whose turn is at a position or before it, taken out; null if none is. */
  @Nullable SimulatedRecord pollUpTo(double position) {
    Entry first = entries.peek();
    if (first == null || first.position() > position) {
      return null;
    }
    entries.remove();
    return first.record();
  }

  int size() {
    return entries.size();
  }

  private record Entry(double position, long order, SimulatedRecord record)
      implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byPosition = Double.compare(position, other.position);
      return byPosition != 0 ? byPosition : Long.compare(order, other.order);
    }
  }
}
