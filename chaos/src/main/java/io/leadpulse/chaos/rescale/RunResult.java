package io.leadpulse.chaos.rescale;

import java.util.List;

/**
 * What came of one run.
 *
 * @param java the version of all processes
 * @param parallelism one after the other
 * @param stoppedAt records read by each stop
 * @param digest of the final rows
 * @param differences rows that the oracle has otherwise
 */
record RunResult(
    String java,
    List<Integer> parallelism,
    List<Long> stoppedAt,
    int rows,
    String digest,
    int differences,
    double seconds) {}
