package io.leadpulse.engine.score;

/**
 * What one signal adds to an intent.
 *
 * @param signal index in the model
 * @param milliPoints its share of the intent, after caps and dampers
 * @param cut milli-points that caps and dampers took
 * @param count touches that still count, after {@code per-day}
 */
public record Contribution(int signal, long milliPoints, long cut, int count) {}
