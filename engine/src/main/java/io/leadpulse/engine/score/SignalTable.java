package io.leadpulse.engine.score;

import io.leadpulse.engine.model.Signal;
import java.util.Arrays;
import java.util.List;

/** Finds a model's signal by the hash that the ledger keeps. */
final class SignalTable {
  static final int NONE = -1;

  private final int[] hashes;
  private final int[] indexes;
  private final int mask;

  SignalTable(List<Signal> signals) {
    int capacity = Integer.highestOneBit(Math.max(2, signals.size()) * 2 - 1) * 2;
    hashes = new int[capacity];
    indexes = new int[capacity];
    mask = capacity - 1;
    Arrays.fill(indexes, NONE);
    for (Signal signal : signals) {
      int slot = signal.hash() & mask;
      while (indexes[slot] != NONE) {
        slot = (slot + 1) & mask;
      }
      hashes[slot] = signal.hash();
      indexes[slot] = signal.index();
    }
  }

  /** The index of the signal, or {@link #NONE} if this model has it no more. */
  int indexOf(int hash) {
    int slot = hash & mask;
    while (indexes[slot] != NONE) {
      if (hashes[slot] == hash) {
        return indexes[slot];
      }
      slot = (slot + 1) & mask;
    }
    return NONE;
  }
}
