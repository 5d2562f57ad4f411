package io.leadpulse.jobs.config;

import java.time.Duration;

/**
 * When and where the job saves what it knows. Results are visible after a checkpoint only.
 *
 * @param timeout after which a checkpoint counts as failed
 * @param directory as a URI; empty to leave it to the cluster's {@code execution.checkpointing.dir}
 */
public record CheckpointSettings(Duration interval, Duration timeout, String directory) {}
