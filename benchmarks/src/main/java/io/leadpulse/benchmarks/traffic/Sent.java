package io.leadpulse.benchmarks.traffic;

/**
 * One record of the traffic.
 *
 * @param key the lead's id
 */
public record Sent(Kind kind, byte[] key, byte[] value) {}
