package io.leadpulse.chaos.handoff;

import io.leadpulse.chaos.fault.Recoveries;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param records of leads
 * @param kills faults that were carried out, suspensions included
 * @param byTarget of these, by whose process it was
 * @param byPoint of these, by manner; a point of a checkpoint only if the process was seen to die
 *     there
 * @param pointsMissed points that no process came to in time; a kill at a random time took each
 *     one's place
 * @param raised alerts
 * @param released of these, to sales
 * @param withdrawn of these, because they cooled while they waited
 * @param waiting of these, for a slot of their team
 * @param reports of sales, copies included
 * @param moved steps of released ones from one stage to another
 * @param closed released ones that were won, lost, rejected or given back in the end
 * @param unjudged released ones whose reports may be of another alert of their lead
 * @param releasedTwice alerts that were released and then released again or withdrawn
 * @param lost alerts that neither came to an end nor wait as they should
 * @param misdirected releases to another team or owner than the alert says
 * @param overBudget releases over what the budget of a day allows
 * @param wrongStages released ones that do not stand where the latest report says
 * @param movesBroken released ones one of whose steps does not begin where the one before ended
 * @param movesTwice steps that were told again
 * @param othersTwice other records that were told again
 */
record Report(
    int records,
    int leads,
    int kills,
    Map<String, Integer> byTarget,
    Map<String, Integer> byPoint,
    int pointsMissed,
    long seed,
    int raised,
    int released,
    int withdrawn,
    int waiting,
    int reports,
    int moved,
    int closed,
    int unjudged,
    long releasedTwice,
    long lost,
    long misdirected,
    long overBudget,
    long wrongStages,
    long movesBroken,
    long movesTwice,
    long othersTwice,
    long deadLetters,
    Recoveries recoveryMs,
    long seconds) {
  private static final int MOST_UNJUDGED_PERCENT = 5;

  /** Whether nothing is wrong, and there was enough that might have been. */
  boolean isGood() {
    return isRight() && !isVacuous();
  }

  private boolean isRight() {
    return releasedTwice == 0
        && lost == 0
        && misdirected == 0
        && overBudget == 0
        && wrongStages == 0
        && movesBroken == 0
        && movesTwice == 0
        && othersTwice == 0
        && deadLetters == 0;
  }

  private boolean isVacuous() {
    return released == 0
        || moved == 0
        || closed == 0
        || unjudged * 100 > released * MOST_UNJUDGED_PERCENT;
  }
}
