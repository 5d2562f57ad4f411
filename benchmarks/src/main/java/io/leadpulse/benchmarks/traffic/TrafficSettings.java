package io.leadpulse.benchmarks.traffic;

import java.time.Instant;

/**
 * What decides every byte of the traffic.
 *
 * @param leads that there are; each is seen once before the sessions begin
 * @param zipf exponent of the law that draws the lead of a session
 * @param rate events per second of their own time, 1 or more: at 20 s between two hits of a
 *     session, 20 times as many sessions are open
 * @param events of sessions, copies included
 * @param eventBytes size of an event, about; 200 or more
 * @param asOf when the first session began
 */
public record TrafficSettings(
    long seed, int leads, double zipf, int rate, long events, int eventBytes, Instant asOf) {
  /** What events have without padding, about. */
  static final int LEAST_BYTES = 200;

  public TrafficSettings {
    if (leads < 1 || rate < 1 || events < 0 || zipf < 0 || eventBytes < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "--leads and --rate are 1 or more, --event-bytes 200 or more");
    }
  }

  int padding() {
    return eventBytes - LEAST_BYTES;
  }
}
