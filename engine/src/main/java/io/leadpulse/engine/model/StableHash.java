package io.leadpulse.engine.model;

/**
 * Hashes that keyed state keeps, so they never change: FNV-1a over UTF-16 code units with the
 * 64-bit finaliser of MurmurHash3.
 */
public final class StableHash {
  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private StableHash() {}

  public static long of64(CharSequence text) {
    return finish(append(OFFSET_BASIS, text));
  }

  /** The hash of two texts, different from that of their concatenation. */
  public static long of64(CharSequence first, CharSequence second) {
    long hash = (append(OFFSET_BASIS, first) ^ 0x1F) * PRIME;
    return finish(append(hash, second));
  }

  /** The hash of a number, for keys that are hours or days. */
  public static long of64(long number) {
    return finish(OFFSET_BASIS ^ number);
  }

  public static int of32(CharSequence text) {
    long hash = of64(text);
    return (int) (hash ^ (hash >>> 32));
  }

  private static long append(long hash, CharSequence text) {
    long result = hash;
    for (int i = 0; i < text.length(); i++) {
      result = (result ^ text.charAt(i)) * PRIME;
    }
    return result;
  }

  private static long finish(long hash) {
    long h = hash;
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
