package io.leadpulse.engine.handoff;

/** Where something goes. */
public sealed interface Routed {
  /** To a team. */
  record ToTeam(String team, TeamInput input) implements Routed {}

  /** To nobody: no route leads to a team. */
  record Unrouted(HotLead lead) implements Routed {}

  /**
   * Back to marketing, which is to nurture the lead.
   *
   * @param team that had the lead last, or would have it; empty if no route leads to one
   * @param cause {@code warm}, {@code woken} after sales gave it back, or {@code cooled}
   */
  record Nurture(Standing standing, String team, String cause) implements Routed {}
}
