package io.leadpulse.jobs.config;

import java.time.Duration;

/**
 * How the job comes back after a failure: after ever longer delays.
 *
 * @param attempts in a row after which it gives up; {@link #UNLIMITED} for never
 */
public record RestartSettings(Duration delay, Duration maxDelay, int attempts) {
  public static final int UNLIMITED = Integer.MAX_VALUE;
}
