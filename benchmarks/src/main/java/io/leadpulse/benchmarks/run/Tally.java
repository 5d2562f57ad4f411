package io.leadpulse.benchmarks.run;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How many records there are and a digest of them that does not depend on their order: the sum of
 * the SHA-256 of each.
 */
final class Tally {
  private final MessageDigest sha256;
  private long count;
  private long high;
  private long low;

  Tally() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  void add(byte[] key, byte[] value, int length) {
    sha256.update((byte) key.length);
    sha256.update(key);
    sha256.update(value, 0, length);
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
    high += digest.getLong();
    low += digest.getLong();
    count++;
  }

  long count() {
    return count;
  }

  /** Count and digest as a text. */
  @Override
  public String toString() {
    return "%d records %016x%016x".formatted(count, high, low);
  }
}
