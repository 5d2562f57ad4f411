package io.leadpulse.cli.imports;

/**
 * What came of an import. A row is what the format calls one: a line of a log, an event of a
 * webhook, a person of a report.
 *
 * @param rows {@code sent + deadLetters}
 * @param sent rows that became events
 * @param deadLetters rows that did not
 */
record ImportSummary(long rows, long sent, long deadLetters) {}
