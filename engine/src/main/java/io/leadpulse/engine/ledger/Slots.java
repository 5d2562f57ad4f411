package io.leadpulse.engine.ledger;

import java.util.Arrays;

/** Insertion into partly filled primitive arrays. */
final class Slots {
  private Slots() {}

  static int[] insert(int[] array, int size, int at, int value) {
    int[] target = size < array.length ? array : Arrays.copyOf(array, grown(size));
    System.arraycopy(target, at, target, at + 1, size - at);
    target[at] = value;
    return target;
  }

  static long[] insert(long[] array, int size, int at, long value) {
    long[] target = size < array.length ? array : Arrays.copyOf(array, grown(size));
    System.arraycopy(target, at, target, at + 1, size - at);
    target[at] = value;
    return target;
  }

  private static int grown(int size) {
    return size < 2 ? 2 : size + (size >> 1);
  }
}
