package io.leadpulse.engine.hygiene;

/**
 * What a recent event counts for.
 *
 * @param signal hash of the signal's id
 * @param keyed whether the signal counts once per natural key
 * @param key the natural key; 0 if it has none
 */
public record RecentTouch(int signal, boolean keyed, long key) {}
