package io.leadpulse.engine.identity;

/** An engagement that waits until somebody knows whose it is. */
public final class WaitingTouch implements Comparable<WaitingTouch> {
  private final long occurredAt;
  private final long hash;
  private final byte[] payload;

  /**
   * @param occurredAt epoch milliseconds
   * @param hash of its source and event id, by which copies are known
   * @param payload the engagement as whoever waits for it wrote it; not to be changed
   */
  public WaitingTouch(long occurredAt, long hash, byte[] payload) {
    this.occurredAt = occurredAt;
    this.hash = hash;
    this.payload = payload;
  }

  public long occurredAt() {
    return occurredAt;
  }

  public long hash() {
    return hash;
  }

  /** Not to be changed. */
  public byte[] payload() {
    return payload;
  }

  /** By time, then by hash: which of them make room depends on no order of arrival. */
  @Override
  public int compareTo(WaitingTouch other) {
    int byTime = Long.compare(occurredAt, other.occurredAt);
    return byTime != 0 ? byTime : Long.compare(hash, other.hash);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WaitingTouch that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }
}
