package io.leadpulse.chaos.identity;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do.
 *
 * @param records how many at least
 * @param kills how many faults
 * @param seed of people and faults
 * @param cacheLeads how many leads each subtask may keep at hand; null for the job's default
 * @param folder for everything that the cluster writes; kept
 * @param breakages promises that are broken on purpose, in the agent's words
 */
record Settings(
    int records,
    int kills,
    long seed,
    @Nullable Integer cacheLeads,
    Path folder,
    List<String> breakages) {
  /** A person lives for three of them. */
  private static final int FEWEST_CHAPTERS = 4;

  private static final int KILLS_PER_CHAPTER = 2;

  Settings {
    breakages = List.copyOf(breakages);
  }

  /** How many chapters of acts the story has, each with as many faults as another. */
  int chapters() {
    return Math.max(FEWEST_CHAPTERS, (kills + KILLS_PER_CHAPTER - 1) / KILLS_PER_CHAPTER);
  }

  /** The job's, beside those that the stage decides. */
  String job() {
    return """
        score.tolerance: 0
        parallelism: 2
        checkpoint: { interval: 1s, timeout: 20s }
        transaction.timeout: 5m
        restart: { delay: 100ms, max-delay: 500ms }
        # Clicks that have waited through a restart count at once, and are taken back by what comes.
        time.hold-limit: 0s
        %s
        """
        .formatted(cacheLeads == null ? "" : "cache.leads: " + cacheLeads);
  }
}
