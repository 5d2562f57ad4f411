package io.leadpulse.jobs.record;

/**
 * One decoded record of an input topic: about a lead, or about a visitor whose lead it is to be.
 */
public sealed interface SourceInput permits LeadInput, VisitorInput {

  SourceTopic source();

  /** When Kafka appended the record, epoch milliseconds. */
  long recordedAt();

  /** When what the record tells of happened, epoch milliseconds. */
  long occurredAt();
}
