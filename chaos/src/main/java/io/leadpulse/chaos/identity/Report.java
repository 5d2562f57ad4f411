package io.leadpulse.chaos.identity;

import io.leadpulse.chaos.fault.Recoveries;
import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param leads ids of all persons
 * @param kills faults that were carried out, suspensions included
 * @param byTarget of these, by whose process it was
 * @param byPoint of these, by manner; a point of a checkpoint only if the process was seen to die
 *     there
 * @param pointsMissed points that no process came to in time; a kill at a random time took each
 *     one's place
 * @param merges of two persons into one
 * @param splits of one person into two
 * @param erasures of persons
 * @param retractions engagements that had counted and became suspects
 * @param recalls alerts taken back because of that
 * @param erasedRecalls alerts taken back because their person was erased
 * @param transfers what leads sent to each other, by kind
 * @param rows committed to {@code lead-score.v1}
 * @param differences persons and scorecards that have not the row of one person from the start
 * @param alertsTwice messages that came again
 * @param neverRecalled alerts about persons erased that nobody took back
 * @param wrongSuspects engagements whose last verdict is not the right one
 * @param companies with a score, by scorecard
 * @param wrongCompanies those that have not the row that the rows of their leads add up to
 * @param outcomesOff source topics whose records do not add up as they should
 */
record Report(
    int records,
    int persons,
    int leads,
    int kills,
    Map<String, Integer> byTarget,
    Map<String, Integer> byPoint,
    int pointsMissed,
    long seed,
    int merges,
    int splits,
    int erasures,
    long retractions,
    long recalls,
    long erasedRecalls,
    Map<String, Long> transfers,
    long rows,
    long differences,
    long alertsTwice,
    long neverRecalled,
    long wrongSuspects,
    int companies,
    long wrongCompanies,
    long outcomesOff,
    long deadLetters,
    Recoveries recoveryMs,
    long seconds) {
  private static final List<String> KINDS = List.of("input", "merged", "split", "erased");

  /** Whether nothing is wrong, and there was enough that might have been. */
  boolean isGood() {
    return isRight() && !isVacuous();
  }

  private boolean isRight() {
    return differences == 0
        && alertsTwice == 0
        && neverRecalled == 0
        && wrongSuspects == 0
        && wrongCompanies == 0
        && outcomesOff == 0
        && deadLetters == 0;
  }

  private boolean isVacuous() {
    return merges == 0
        || splits == 0
        || erasures == 0
        || retractions == 0
        || rows == 0
        || companies == 0
        || !transfers.keySet().containsAll(KINDS);
  }
}
