package io.leadpulse.jobs.record;

import io.leadpulse.engine.event.Channel;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;

/**
 * The topics whose records are about one lead or visitor. Written by name into state and metrics,
 * so a name never changes.
 */
public enum SourceTopic {
  WEB_ACCESS(Topics.WEB_ACCESS, true),
  EMAIL_ENGAGEMENT(Topics.EMAIL_ENGAGEMENT, true),
  WEBINAR_ENGAGEMENT(Topics.WEBINAR_ENGAGEMENT, true),
  OFFLINE_ENGAGEMENT(Topics.OFFLINE_ENGAGEMENT, true),
  LEAD_PROFILE(Topics.LEAD_PROFILE, false),
  SALES_ACTIVITY(Topics.SALES_ACTIVITY, false),
  IDENTITY(Topics.IDENTITY, false);

  private final String baseName;
  private final boolean engagement;

  SourceTopic(Subject<?> subject, boolean engagement) {
    baseName = subject.name();
    this.engagement = engagement;
  }

  /** The topic's name without the installation's prefix, such as {@code web-access.v1}. */
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

  /** Whether the topic says what leads do. */
  public boolean isEngagement() {
    return engagement;
  }

  /** The topic whose records become engagements of a channel. */
  public static SourceTopic of(Channel channel) {
    return switch (channel) {
      case WEB -> WEB_ACCESS;
      case EMAIL -> EMAIL_ENGAGEMENT;
      case WEBINAR -> WEBINAR_ENGAGEMENT;
      case OFFLINE -> OFFLINE_ENGAGEMENT;
    };
  }
}
