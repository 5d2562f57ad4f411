package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.traffic.Audience;
import io.leadpulse.benchmarks.traffic.TrafficSettings;
import java.time.Duration;
import java.time.Instant;

/**
 * Makes loads of one size.
 *
 * @param events of sessions, all of them
 * @param model text of the usual scoring model
 */
record Loads(
    long seed, int leads, int rate, long events, int eventBytes, Instant asOf, String model) {

  private static final Duration MONTH = Duration.ofDays(30);

  Load usual(String name, Audience audience) {
    return new Load(
        name, TrafficSettings.usual(seed, audience, rate, events, eventBytes, asOf), model);
  }

  /** A crowd at first, and 30 days of other leads' sessions up to the usual beginning. */
  Load monthAfter(String name, Audience crowd) {
    double perSecond = (double) events / MONTH.toSeconds();
    Instant start = asOf.minus(MONTH);
    return new Load(
        name, TrafficSettings.usual(seed, crowd, perSecond, events, eventBytes, start), model);
  }

  /** Page views alone. */
  Load pages(String name, Audience audience, int sections, String itsModel) {
    return new Load(
        name,
        new TrafficSettings(seed, audience, rate, events, eventBytes, sections, asOf),
        itsModel);
  }
}
