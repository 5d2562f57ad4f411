package io.leadpulse.benchmarks.traffic;

import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import java.util.Arrays;

/** The kinds of events, in percent of all hits. */
public enum Kind {
  WEB(Topics.WEB_ACCESS, 70),
  OPEN(Topics.EMAIL_ENGAGEMENT, 15),
  CLICK(Topics.EMAIL_ENGAGEMENT, 7),
  WEBINAR(Topics.WEBINAR_ENGAGEMENT, 5),
  SALES(Topics.SALES_ACTIVITY, 2),
  /** The share of the topic of identities, which tells of no lead's acts, is given to profiles. */
  PROFILE(Topics.LEAD_PROFILE, 1);

  private static final Kind[] BY_PERCENT = byPercent();

  private final Subject<?> subject;
  private final SourceTopic source;
  private final int percent;

  Kind(Subject<?> subject, int percent) {
    this.subject = subject;
    this.percent = percent;
    source =
        Arrays.stream(SourceTopic.values())
            .filter(each -> each.baseName().equals(subject.name()))
            .findFirst()
            .orElseThrow();
  }

  /** The contract of its events. */
  public Subject<?> subject() {
    return subject;
  }

  /** The job's name of their topic. */
  public SourceTopic source() {
    return source;
  }

  int percent() {
    return percent;
  }

  /**
   * @param hundredth 0 to 99
   */
  static Kind at(int hundredth) {
    return BY_PERCENT[hundredth];
  }

  private static Kind[] byPercent() {
    Kind[] kinds = new Kind[100];
    int next = 0;
    for (Kind kind : values()) {
      for (int i = 0; i < kind.percent; i++) {
        kinds[next++] = kind;
      }
    }
    return kinds;
  }
}
