package io.leadpulse.engine.model;

import java.time.Duration;

/**
 * What tells the engagements of machines and of our own staff from those of prospects.
 *
 * @param agents by the user agent
 * @param networks by the client's address
 * @param floodPerDay engagements of one lead in a day, above which that day's are suspect unless a
 *     machine cannot fake them
 * @param quarantineMillis how long a click waits for what comes with it, milliseconds
 */
public record Hygiene(
    AgentRules agents, NetworkRules networks, int floodPerDay, long quarantineMillis) {
  /** What holds where a model says nothing. */
  public static final Hygiene DEFAULT =
      new Hygiene(AgentRules.DEFAULT, NetworkRules.NONE, 200, Duration.ofSeconds(15).toMillis());
}
