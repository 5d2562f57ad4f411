package io.leadpulse.cli.demo;

/**
 * The newest row of a lead on a scorecard.
 *
 * @param recordedAt Kafka's time of the newest input that it accounts for, epoch milliseconds
 * @param hot whether the lead is hot
 */
record LeadRow(long recordedAt, boolean hot) {}
