package io.leadpulse.jobs.config;

import io.leadpulse.jobs.score.TimeMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What time is for the job.
 *
 * @param until end of a replay, at whose hour every lead is judged once more; null for none
 * @param outOfOrderness by how much events of one partition may come late before time passes them;
 *     replay only
 * @param holdLimit how long timers wait at most for the backlog after a start; live only
 */
public record TimeSettings(
    TimeMode mode, @Nullable Instant until, Duration outOfOrderness, Duration holdLimit) {}
