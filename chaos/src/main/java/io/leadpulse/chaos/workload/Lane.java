package io.leadpulse.chaos.workload;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import java.util.List;

/**
 * An input topic. Records of one lead in one lane lie in one partition, in the order of sending.
 */
public enum Lane {
  WEB(Topics.WEB_ACCESS),
  MAIL(Topics.EMAIL_ENGAGEMENT),
  WEBINAR(Topics.WEBINAR_ENGAGEMENT),
  OFFLINE(Topics.OFFLINE_ENGAGEMENT),
  PROFILE(Topics.LEAD_PROFILE),
  SALES(Topics.SALES_ACTIVITY);

  /** The lanes of what leads do themselves; each lead keeps to one of them. */
  public static final List<Lane> ENGAGEMENTS = List.of(WEB, MAIL, WEBINAR, OFFLINE);

  private final Subject<?> subject;

  Lane(Subject<?> subject) {
    this.subject = subject;
  }

  /** The topic's name without prefix. */
  public String source() {
    return subject.name();
  }

  public String topic(String prefix) {
    return subject.topic(prefix);
  }
}
