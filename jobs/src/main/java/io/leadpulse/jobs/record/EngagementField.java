package io.leadpulse.jobs.record;

/**
 * What an engagement may have beyond whose it is, what and when; in the order in which it is
 * written. Savepoints hold engagements that wait for their lead, so constants are only ever added
 * at the end.
 */
public enum EngagementField {
  EVENT_ID(Type.TEXT),
  PATH(Type.TEXT),
  FORM(Type.TEXT),
  ASSET(Type.TEXT),
  TITLE(Type.TEXT),
  TOPIC(Type.TEXT),
  CAMPAIGN(Type.TEXT),
  LINK(Type.TEXT),
  MESSAGE(Type.TEXT),
  WEBINAR(Type.TEXT),
  SESSION(Type.TEXT),
  SEARCH_TERMS(Type.TEXT),
  METHOD(Type.TEXT),
  STATUS(Type.NUMBER),
  MINUTES(Type.NUMBER),
  SCHEDULED_MINUTES(Type.NUMBER),
  DWELL_SECONDS(Type.NUMBER),
  SCROLL_PERCENT(Type.NUMBER),
  OUTCOME(Type.TEXT),
  ANSWERS(Type.TEXTS),
  MACHINE_OPEN(Type.FLAG),
  BOT_CLICK(Type.FLAG),
  OWN_STAFF(Type.FLAG),
  USER_AGENT(Type.TEXT),
  IP(Type.TEXT);

  private final Type type;

  /** What a field's value is. */
  public enum Type {
    TEXT,
    NUMBER,
    FLAG,
    TEXTS
  }

  EngagementField(Type type) {
    this.type = type;
  }

  public Type type() {
    return type;
  }

  /** The field's bit among those that say which are there. */
  int bit() {
    return 1 << ordinal();
  }
}
