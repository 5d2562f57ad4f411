package io.leadpulse.engine.event;

/** Where an engagement came from; one per input topic of engagements. */
public enum Channel {
  WEB,
  EMAIL,
  WEBINAR,
  OFFLINE
}
