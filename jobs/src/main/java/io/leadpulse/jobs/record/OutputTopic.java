package io.leadpulse.jobs.record;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;

/** The topics that the jobs write. */
public enum OutputTopic {
  LEAD_SCORE(Topics.LEAD_SCORE),
  HOT_LEAD_ALERT(Topics.HOT_LEAD_ALERT),
  SUSPECT_ENGAGEMENT(Topics.SUSPECT_ENGAGEMENT),
  DEAD_LETTER(Topics.DEAD_LETTER),
  MODEL_IMPACT(Topics.MODEL_IMPACT),
  LEAD_TRANSFER(Topics.LEAD_TRANSFER),
  ACCOUNT_SCORE(Topics.ACCOUNT_SCORE),
  HAND_OFF(Topics.HAND_OFF),
  FUNNEL_STATS(Topics.FUNNEL_STATS);

  private final String baseName;

  OutputTopic(Subject<?> subject) {
    baseName = subject.name();
  }

  /** The topic's name without the installation's prefix, such as {@code lead-score.v1}. */
  public String baseName() {
    return baseName;
  }

  /**
   * The topic's name in the broker.
   *
   * @param prefix the installation's, with its dot, such as {@code leadpulse.}
   */
  public String topic(String prefix) {
    return prefix + baseName;
  }
}
