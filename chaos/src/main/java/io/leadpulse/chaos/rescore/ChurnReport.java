package io.leadpulse.chaos.rescore;

/**
 * What many releases in a row did.
 *
 * @param late releases that were published at or after their effective-at
 * @param outOfOrder releases that were published after one of a higher version
 * @param sameMillisecond releases whose effective-at is the Kafka timestamp of an event
 * @param kills of the TaskManager
 * @param refused dead letters: none of the releases or events is bad
 * @param behind rows that are not of the highest version
 * @param intentDifferences rows that a cold replay under the highest version disagrees with
 * @param raised alerts for leads without an event, but those of time going by
 * @param impacts crossings told
 */
record ChurnReport(
    int releases,
    int leads,
    long records,
    int rows,
    double seconds,
    long late,
    long outOfOrder,
    long sameMillisecond,
    int kills,
    long restarts,
    boolean alive,
    long refused,
    long behind,
    long intentDifferences,
    long raised,
    long impacts) {

  long differences() {
    return refused + behind + intentDifferences + raised;
  }

  boolean isGood() {
    return differences() == 0 && alive && rows > 0 && restarts >= kills;
  }
}
