package io.leadpulse.benchmarks.measure;

import java.util.Map;

/**
 * One peer measured once.
 *
 * @param restarts of its job
 * @param dry share of looks, 0 to 1, at which all that was sent had been taken
 * @param counters per event, of what does not depend on time
 */
public record Block(
    String peer,
    Usage usage,
    long restarts,
    double dry,
    Map<String, Double> counters,
    Check check) {}
