package io.leadpulse.engine.event;

import java.util.Map;

/** Builds an {@link Engagement}; what is not named stays empty, zero or false. */
public final class EngagementBuilder {
  private final EventKind kind;
  private final String leadId;
  private final String eventId;
  private long occurredAt;
  private long recordedAt;
  private String path = "";
  private String form = "";
  private String asset = "";
  private String title = "";
  private String topic = "";
  private String campaign = "";
  private String link = "";
  private String message = "";
  private String webinar = "";
  private String session = "";
  private String searchTerms = "";
  private String method = "";
  private int status;
  private int minutes;
  private int scheduledMinutes;
  private int dwellSeconds;
  private int scrollPercent;
  private String outcome = "";
  private Map<String, String> answers = Map.of();
  private boolean machineOpen;
  private boolean botClick;
  private boolean ownStaff;
  private String agent = "";
  private String ip = "";

  EngagementBuilder(EventKind kind, String leadId, String eventId) {
    this.kind = kind;
    this.leadId = leadId;
    this.eventId = eventId;
  }

  /** Sets when it was done, epoch milliseconds. */
  public EngagementBuilder occurredAt(long value) {
    occurredAt = value;
    return this;
  }

  /** Sets when Kafka appended the record, epoch milliseconds. */
  public EngagementBuilder recordedAt(long value) {
    recordedAt = value;
    return this;
  }

  public EngagementBuilder path(String value) {
    path = value;
    return this;
  }

  public EngagementBuilder form(String value) {
    form = value;
    return this;
  }

  public EngagementBuilder asset(String value) {
    asset = value;
    return this;
  }

  public EngagementBuilder title(String value) {
    title = value;
    return this;
  }

  public EngagementBuilder topic(String value) {
    topic = value;
    return this;
  }

  public EngagementBuilder campaign(String value) {
    campaign = value;
    return this;
  }

  public EngagementBuilder link(String value) {
    link = value;
    return this;
  }

  public EngagementBuilder message(String value) {
    message = value;
    return this;
  }

  public EngagementBuilder webinar(String value) {
    webinar = value;
    return this;
  }

  public EngagementBuilder session(String value) {
    session = value;
    return this;
  }

  public EngagementBuilder searchTerms(String value) {
    searchTerms = value;
    return this;
  }

  public EngagementBuilder method(String value) {
    method = value;
    return this;
  }

  public EngagementBuilder status(int value) {
    status = value;
    return this;
  }

  public EngagementBuilder minutes(int value) {
    minutes = value;
    return this;
  }

  public EngagementBuilder scheduledMinutes(int value) {
    scheduledMinutes = value;
    return this;
  }

  public EngagementBuilder dwellSeconds(int value) {
    dwellSeconds = value;
    return this;
  }

  public EngagementBuilder scrollPercent(int value) {
    scrollPercent = value;
    return this;
  }

  public EngagementBuilder outcome(String value) {
    outcome = value;
    return this;
  }

  public EngagementBuilder answers(Map<String, String> value) {
    answers = Map.copyOf(value);
    return this;
  }

  public EngagementBuilder machineOpen(boolean value) {
    machineOpen = value;
    return this;
  }

  public EngagementBuilder botClick(boolean value) {
    botClick = value;
    return this;
  }

  public EngagementBuilder ownStaff(boolean value) {
    ownStaff = value;
    return this;
  }

  public EngagementBuilder agent(String value) {
    agent = value;
    return this;
  }

  public EngagementBuilder ip(String value) {
    ip = value;
    return this;
  }

  public Engagement build() {
    return new Engagement(
        kind,
        leadId,
        eventId,
        occurredAt,
        recordedAt,
        path,
        form,
        asset,
        title,
        topic,
        campaign,
        link,
        message,
        webinar,
        session,
        searchTerms,
        method,
        status,
        minutes,
        scheduledMinutes,
        dwellSeconds,
        scrollPercent,
        outcome,
        answers,
        machineOpen,
        botClick,
        ownStaff,
        agent,
        ip);
  }
}
