package io.leadpulse.benchmarks.block;

import io.leadpulse.benchmarks.measure.Usage;
import java.util.Map;

/**
 * What a block's process found.
 *
 * @param restarts of the job
 * @param outcomes records by what became of them, where the job counts that
 * @param counters per event
 */
public record BlockResult(
    Usage usage, long restarts, Map<String, Long> outcomes, Map<String, Double> counters) {}
