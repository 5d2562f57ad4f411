package io.leadpulse.jobs.oracle;

/**
 * What kind of log to make.
 *
 * @param inputs of all leads together, duplicates included
 * @param days over which they are spread
 * @param lateMillis how far an event may be behind one that came before it
 * @param lively whether profiles change what leads are worth at any time. A profile is judged at
 *     the lead's own clock, so alerts around it depend on what else was settled by then
 */
public record LogShape(int leads, int inputs, int days, long lateMillis, boolean lively) {}
