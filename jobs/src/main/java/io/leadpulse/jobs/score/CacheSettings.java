package io.leadpulse.jobs.score;

import java.io.Serializable;

/**
 * How many leads a subtask keeps at hand between their events, so that most events need no state
 * access. Belongs to no state: a job may go on from a savepoint with another one.
 *
 * @param bytes of the heap that all leads kept may take, as they estimate it; 0 keeps none
 * @param leads that may be kept, however small
 * @param dirtyLeads of these that may wait to be written; a barrier waits until they are
 */
public record CacheSettings(long bytes, int leads, int dirtyLeads) implements Serializable {
  /** Every event reads its lead from the state backend and writes it back: the plain version. */
  public static final CacheSettings OFF = new CacheSettings(0, 0, 1);

  public CacheSettings {
    if (bytes < 0 || leads < 0) {
      throw new IllegalArgumentException(
          "a cache has 0 bytes and leads or more, not %d and %d".formatted(bytes, leads));
    }
    if (dirtyLeads < 1) {
      throw new IllegalArgumentException("1 lead or more may wait, not " + dirtyLeads);
    }
  }

  boolean isOn() {
    return bytes > 0 && leads > 0;
  }
}
