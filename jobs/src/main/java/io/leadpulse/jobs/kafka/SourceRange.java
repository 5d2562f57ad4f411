package io.leadpulse.jobs.kafka;

/**
 * Which records a job without a checkpoint reads.
 *
 * @param resumes where its consumer group has committed, if it has; else from the earliest
 * @param bounded up to what is there at the start, then ends
 */
public record SourceRange(boolean resumes, boolean bounded) {}
