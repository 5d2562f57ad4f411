package io.leadpulse.engine.ledger;

import java.util.Arrays;

/** A growing array of ints in which gaps open and close; what a {@link Ledger} lies in. */
final class Cells {
  private static final int[] NONE = {};
  private static final int ROOM = 16;

  int[] values = NONE;
  int length;

  /** Makes room for so many cells, and no more: a stored ledger is mostly read. */
  void reserve(int size) {
    if (values.length < size) {
      values = Arrays.copyOf(values, size);
    }
  }

  /** Opens a gap of so many cells; their content is undefined. */
  void open(int at, int gap) {
    if (length + gap > values.length) {
      values = Arrays.copyOf(values, length + Math.max(gap, ROOM + (length >> 2)));
    }
    System.arraycopy(values, at, values, at + gap, length - at);
    length += gap;
  }

  void close(int at, int gap) {
    System.arraycopy(values, at + gap, values, at, length - at - gap);
    length -= gap;
  }

  /** Moves cells down, in a walk that leaves some out. */
  void move(int from, int to, int count) {
    if (from != to) {
      System.arraycopy(values, from, values, to, count);
    }
  }
}
