package io.leadpulse.chaos.exactlyonce;

import io.leadpulse.chaos.fault.Recoveries;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param kills faults that were carried out, suspensions included
 * @param byTarget of these, by whose process it was
 * @param byPoint of these, by manner; a point of a checkpoint only if the process was seen to die
 *     there
 * @param pointsMissed points that no process came to in time; a kill at a random time took each
 *     one's place
 * @param records sent
 * @param rows committed to {@code lead-score.v1}
 * @param differences leads and scorecards whose last row is not the oracle's
 * @param alerts that were to come
 * @param outcomesOff source topics whose records do not add up as they should
 * @param readerAnomalies repeats and steps back that the reader saw during the faults
 */
record Report(
    int kills,
    Map<String, Integer> byTarget,
    Map<String, Integer> byPoint,
    int pointsMissed,
    long seed,
    int records,
    int leads,
    long rows,
    int differences,
    int alerts,
    int alertsMissing,
    int alertsTwice,
    int alertsUnexpected,
    int outcomesOff,
    long deadLetters,
    long readerAnomalies,
    Recoveries recoveryMs,
    long seconds) {

  boolean isGood() {
    return differences == 0
        && alertsMissing == 0
        && alertsTwice == 0
        && alertsUnexpected == 0
        && outcomesOff == 0
        && deadLetters == 0
        && readerAnomalies == 0;
  }
}
