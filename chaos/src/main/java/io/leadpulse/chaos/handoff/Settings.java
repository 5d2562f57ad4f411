package io.leadpulse.chaos.handoff;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do.
 *
 * @param records of leads, how many at least; what sales reports comes on top
 * @param kills how many faults
 * @param seed of leads, reports and faults
 * @param cacheLeads how many leads each subtask that scores may keep at hand; null for the job's
 *     default
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
  /** Each its own: they would share offsets and transactions. */
  static final String SCORING_GROUP = "chaos-lead-scoring";

  static final String HAND_OFF_GROUP = "chaos-hand-off";

  private static final int KILLS_PER_CHAPTER = 2;

  private static final String BOTH =
      """
      parallelism: 2
      checkpoint: { interval: 1s, timeout: 20s }
      transaction.timeout: 5m
      restart: { delay: 100ms, max-delay: 500ms }
      """;

  Settings {
    breakages = List.copyOf(breakages);
  }

  /** How many chapters the leads act in, each with as many faults as another. */
  int chapters() {
    return Math.max(1, (kills + KILLS_PER_CHAPTER - 1) / KILLS_PER_CHAPTER);
  }

  /** The scoring job's, beside those that the stage decides. */
  String scoring() {
    String cache = cacheLeads == null ? "" : "cache.leads: " + cacheLeads + '\n';
    return BOTH + "kafka.group-id: " + SCORING_GROUP + "\nscore.tolerance: 0\n" + cache;
  }

  /** The same of the hand-off. */
  String handOff() {
    return BOTH + "kafka.group-id: " + HAND_OFF_GROUP + "\nteams.file: " + SalesTeams.FILE + "\n";
  }
}
