package io.leadpulse.benchmarks.measure;

/**
 * Whether a peer computed what it claims to.
 *
 * @param claim in words
 * @param found what was found, in words
 */
public record Check(boolean holds, String claim, String found) {}
