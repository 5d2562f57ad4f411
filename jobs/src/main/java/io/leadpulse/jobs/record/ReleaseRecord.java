package io.leadpulse.jobs.record;

/**
 * One published release of a scoring model, not parsed yet.
 *
 * @param version 1 or more
 * @param effectiveAt from which Kafka timestamp on it judges, epoch milliseconds
 * @param yaml the whole text of the model
 */
public record ReleaseRecord(String modelId, long version, long effectiveAt, String yaml) {}
