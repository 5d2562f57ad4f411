package io.leadpulse.chaos.exactlyonce;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do.
 *
 * @param kills how many faults
 * @param rate records a second at most
 * @param cacheLeads how many leads each subtask may keep at hand; null for the job's default
 * @param folder for everything that the cluster writes; kept
 * @param breakages promises that are broken on purpose, in the agent's words
 */
record Settings(
    int kills,
    long seed,
    int rate,
    @Nullable Integer cacheLeads,
    Path folder,
    List<String> breakages) {
  /** From one fault to the next, as a rule. */
  private static final int SECONDS_PER_KILL = 10;

  Settings {
    breakages = List.copyOf(breakages);
  }

  /** How many records there are to send. */
  int records() {
    return rate * SECONDS_PER_KILL * Math.max(kills, 2);
  }
}
