package io.leadpulse.chaos.rescale;

import java.util.List;

/**
 * What came of all runs.
 *
 * @param newerJava whether there was a newer Java to run on
 * @param oracle digest of the rows that there have to be
 * @param differences rows that the oracle has otherwise, over all runs
 */
record Report(
    long seed,
    int events,
    int leads,
    boolean newerJava,
    String oracle,
    List<RunResult> runs,
    int differences,
    long seconds) {

  boolean isGood() {
    return differences == 0 && runs.stream().allMatch(run -> run.digest().equals(oracle));
  }
}
