package io.leadpulse.engine.ledger;

import java.util.Arrays;

/**
 * Where the signals of a large ledger begin, in their order, so that one is found by halving. Small
 * ledgers are walked through: theirs stay empty.
 */
final class Places {
  private static final int[] NONE = {};
  private static final int ROOM = 16;

  private int[] places = NONE;
  private int size;

  /** Whether no signal is known, so that all are to be appended before one is looked for. */
  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  /** Adds the signal after those known. */
  void append(int place) {
    makeRoom();
    places[size++] = place;
  }

  /** Of the first signal that is not before this one; the end of the cells if there is none. */
  int from(int[] cells, int length, int signal) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cells[places[middle]] < signal) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == size ? length : places[low];
  }

  /** Adds a signal that was put in at a place; those behind it have moved on. */
  void insert(int place, int length) {
    makeRoom();
    int i = size++;
    while (i > 0 && places[i - 1] >= place) {
      places[i] = places[i - 1] + length;
      i--;
    }
    places[i] = place;
  }

  /** Tells that the signal at a place has become longer, or shorter. */
  void stretch(int place, int more) {
    for (int i = size - 1; i >= 0 && places[i] > place; i--) {
      places[i] += more;
    }
  }

  private void makeRoom() {
    if (size == places.length) {
      places = Arrays.copyOf(places, size + Math.max(ROOM, size >> 1));
    }
  }

  /** The bytes that the places take on the heap, about. */
  int footprint() {
    return places.length * Integer.BYTES;
  }
}
