package io.leadpulse.chaos.fuzz;

import java.util.Map;

/**
 * What a run showed.
 *
 * @param records all of them
 * @param fuzzed of these, damaged ones
 * @param differences of any kind; 0 in a run that is good
 * @param missing records that should be dead letters and are not
 * @param unexpected dead letters of records that should be none
 * @param twice dead letters of one record beyond the first
 * @param scores rows and leads compared with the oracle's
 * @param scoreDifferences of these, other than the oracle's
 * @param counterDifferences outcomes that the job counts otherwise
 * @param restarts of the job
 * @param recordsPerSecond from the start of the tasks until all were counted
 * @param damage by kind
 */
record FuzzReport(
    long seed,
    long records,
    long fuzzed,
    long neighbours,
    long deadLetters,
    long expectedDeadLetters,
    long differences,
    long missing,
    long unexpected,
    long twice,
    long scores,
    long scoreDifferences,
    long counterDifferences,
    long restarts,
    double seconds,
    long recordsPerSecond,
    Map<String, Kind> damage) {

  /**
   * One kind of damage.
   *
   * @param records how many were damaged so
   * @param refused of these, those that nobody can read
   */
  record Kind(long records, long refused) {}

  boolean isGood() {
    return differences == 0 && restarts == 0;
  }
}
