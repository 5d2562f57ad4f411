package io.leadpulse.benchmarks.traffic;

/**
 * One event, before it is written down.
 *
 * @param lead number of the lead, from 0
 * @param session number of the visit, from 1; 0 outside of one
 * @param event number of the event, from 1; copies have that of the first
 * @param occurredAt epoch milliseconds
 * @param dice decides all that is left open here
 */
record Hit(Kind kind, int lead, long session, long event, long occurredAt, long dice) {}
