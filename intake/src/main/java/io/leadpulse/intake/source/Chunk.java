package io.leadpulse.intake.source;

import io.leadpulse.intake.row.Row;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A line or a JSON value of a source, used again for the next one. Holds no more than its limit,
 * however long the original is; size and digest are those of the whole original.
 */
public final class Chunk {
  private static final int INITIAL_SIZE = 4096;

  private final int limit;
  private final MessageDigest sha256 = newSha256();
  private byte[] bytes = new byte[INITIAL_SIZE];
  private int length;
  private long size;
  private long line;
  private byte @Nullable [] digest;

  /**
   * @param limit most bytes to hold
   */
  public Chunk(int limit) {
    this.limit = limit;
  }

  /** Begins anew. */
  void start(long atLine) {
    if (size > length) {
      sha256.reset();
    }
    length = 0;
    size = 0;
    line = atLine;
    digest = null;
  }

  void append(byte value) {
    if (length == limit) {
      overflow();
      sha256.update(value);
    } else {
      reserve(1);
      bytes[length++] = value;
    }
    size++;
  }

  void append(byte[] source, int from, int to) {
    int kept = Math.min(to - from, limit - length);
    reserve(kept);
    System.arraycopy(source, from, bytes, length, kept);
    length += kept;
    if (kept < to - from) {
      overflow();
      sha256.update(source, from + kept, to - from - kept);
    }
    size += to - from;
  }

  /** What is held is digested before the first byte that is not. */
  private void overflow() {
    if (size <= length) {
      sha256.update(bytes, 0, length);
    }
  }

  private void reserve(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(bytes.length * 2, length + more)));
    }
  }

  /** Takes away what a line end leaves at the end. */
  void dropCarriageReturn() {
    if (size == length && length > 0 && bytes[length - 1] == '\r') {
      length--;
      size--;
    }
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return size == length;
  }

  /** The held bytes, from 0 to {@link #length}; good until the next chunk. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return length;
  }

  /** Where it begins, from 1. */
  public long line() {
    return line;
  }

  /** Bytes of the whole original. */
  public long size() {
    return size;
  }

  /** Whether the original is longer than what is held. */
  public boolean isCut() {
    return size > length;
  }

  public int limit() {
    return limit;
  }

  /** SHA-256 of the whole original; 32 bytes, not to be changed. */
  public byte[] digest() {
    byte[] known = digest;
    if (known == null) {
      if (!isCut()) {
        sha256.update(bytes, 0, length);
      }
      known = sha256.digest();
      digest = known;
    }
    return known;
  }

  /** A copy of the first bytes, as many as a reject may hold. */
  byte[] head() {
    return Arrays.copyOf(bytes, Math.min(length, Row.Rejected.HEAD_LIMIT));
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
