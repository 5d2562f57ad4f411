package io.leadpulse.engine.model;

import java.time.Duration;
import java.util.Set;

/**
 * What tells the engagements of machines and of our own staff from those of prospects.
 *
 * @param agents by the user agent
 * @param networks by the client's address
 * @param hiddenLinks of mails, that nobody can see: their paths, or their ids where a source has no
 *     address
 * @param floodPerDay engagements of one lead in a day, above which that day's are suspect unless a
 *     machine cannot fake them
 * @param quarantineMillis how long a click waits for what comes with it, milliseconds
 */
public record Hygiene(
    AgentRules agents,
    NetworkRules networks,
    Set<String> hiddenLinks,
    int floodPerDay,
    long quarantineMillis) {
  /** What holds where a model says nothing. */
  public static final Hygiene DEFAULT =
      new Hygiene(
          AgentRules.DEFAULT, NetworkRules.NONE, Set.of(), 200, Duration.ofSeconds(15).toMillis());

  public Hygiene {
    hiddenLinks = Set.copyOf(hiddenLinks);
  }
}
