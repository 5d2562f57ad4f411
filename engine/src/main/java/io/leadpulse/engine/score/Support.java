package io.leadpulse.engine.score;

/**
 * What an intent rests on.
 *
 * @param distinctSignals signals that contribute
 * @param humanSignals of these, those that a machine cannot fake
 */
public record Support(int distinctSignals, int humanSignals) {}
