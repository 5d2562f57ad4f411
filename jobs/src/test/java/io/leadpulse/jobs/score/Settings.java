package io.leadpulse.jobs.score;

import java.time.Duration;

/** Settings of tests: everything is published at once and exactly, unless said otherwise. */
final class Settings {
  private static final int WEEK_HOURS = 7 * 24;

  private Settings() {}

  static ScoreSettings replay() {
    return replay(ScoreSettings.NO_END);
  }

  static ScoreSettings replay(int endHour) {
    return new ScoreSettings(
        TimeMode.REPLAY,
        endHour,
        0,
        WEEK_HOURS,
        Duration.ZERO,
        Duration.ZERO,
        100,
        CacheSettings.OFF,
        "test.");
  }

  static ScoreSettings tolerant(long toleranceMilli) {
    return new ScoreSettings(
        TimeMode.REPLAY,
        ScoreSettings.NO_END,
        toleranceMilli,
        WEEK_HOURS,
        Duration.ZERO,
        Duration.ZERO,
        100,
        CacheSettings.OFF,
        "test.");
  }

  /** Rows gathered for a second. */
  static ScoreSettings gathering() {
    return new ScoreSettings(
        TimeMode.REPLAY,
        ScoreSettings.NO_END,
        0,
        WEEK_HOURS,
        Duration.ofSeconds(1),
        Duration.ZERO,
        100,
        CacheSettings.OFF,
        "test.");
  }

  /** Live time, with timers held back for an hour at most. */
  static ScoreSettings live() {
    return live(CacheSettings.OFF);
  }

  static ScoreSettings live(CacheSettings cache) {
    return new ScoreSettings(
        TimeMode.LIVE,
        ScoreSettings.NO_END,
        0,
        WEEK_HOURS,
        Duration.ZERO,
        Duration.ofHours(1),
        100,
        cache,
        "test.");
  }
}
