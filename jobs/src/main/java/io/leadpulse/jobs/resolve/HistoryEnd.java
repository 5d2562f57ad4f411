package io.leadpulse.jobs.resolve;

import java.io.Serializable;
import java.util.Map;

/**
 * How far a replay knows the changes of identity.
 *
 * @param offsets the first one beyond it, by partition; of a partition that is missing, nothing is
 *     known
 */
public record HistoryEnd(Map<Integer, Long> offsets) implements Serializable {
  public HistoryEnd {
    offsets = Map.copyOf(offsets);
  }

  /** Whether a record is before the end. */
  public boolean covers(int partition, long offset) {
    return offset < offsets.getOrDefault(partition, 0L);
  }
}
