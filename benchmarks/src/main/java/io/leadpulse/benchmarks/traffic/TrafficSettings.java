package io.leadpulse.benchmarks.traffic;

import java.time.Instant;

/**
 * What decides every byte of the traffic.
 *
 * @param rate events per second of their own time, over 0: at 20 s between two hits of a session,
 *     20 times as many sessions are open
 * @param events of sessions, copies included
 * @param eventBytes size of an event, about; 200 or more
 * @param sections 0 for the usual mix of events; else all of them are views of pages in so many
 *     sections of a site, all as likely
 * @param asOf when the first session began
 */
public record TrafficSettings(
    long seed,
    Audience audience,
    double rate,
    long events,
    int eventBytes,
    int sections,
    Instant asOf) {
  /** What events have without padding, about. */
  static final int LEAST_BYTES = 200;

  public TrafficSettings {
    if (rate <= 0 || events < 0 || eventBytes < LEAST_BYTES || sections < 0) {
      throw new IllegalArgumentException("--rate is 1 or more, --event-bytes 200 or more");
    }
  }

  int padding() {
    return eventBytes - LEAST_BYTES;
  }

  /** The usual mix of events. */
  public static TrafficSettings usual(
      long seed, Audience audience, double rate, long events, int eventBytes, Instant asOf) {
    return new TrafficSettings(seed, audience, rate, events, eventBytes, 0, asOf);
  }
}
