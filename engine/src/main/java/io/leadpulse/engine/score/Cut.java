package io.leadpulse.engine.score;

/**
 * What a cap or a damper took off an intent.
 *
 * @param by {@code cap:ID} of a category or {@code damper:ID}
 * @param milliPoints taken, above 0
 */
public record Cut(String by, long milliPoints) {}
