package io.leadpulse.jobs.record;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import java.util.List;

/** The topics that the hand-off reads. */
public enum HandOffTopic {
  HOT_LEAD_ALERT(Topics.HOT_LEAD_ALERT),
  LEAD_SCORE(Topics.LEAD_SCORE),
  SALES_ACTIVITY(Topics.SALES_ACTIVITY),
  IDENTITY(Topics.IDENTITY);

  /** All of them. */
  public static final List<HandOffTopic> ALL = List.of(values());

  private final String baseName;

  HandOffTopic(Subject<?> subject) {
    baseName = subject.name();
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
