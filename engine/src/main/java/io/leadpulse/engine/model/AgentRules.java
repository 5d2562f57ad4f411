package io.leadpulse.engine.model;

import java.util.List;
import java.util.Set;

/**
 * Which user agents are no person's. Parts are texts that stand somewhere in an agent, whatever the
 * case.
 *
 * @param lists the shipped lists that hold
 * @param machines further parts of crawlers and the like
 * @param scanners further parts of mail security that follows links
 * @param people parts of agents that are never machines, whatever the lists say
 */
public record AgentRules(
    Set<AgentList> lists, List<String> machines, List<String> scanners, List<String> people) {
  /** All shipped lists and nothing else. */
  public static final AgentRules DEFAULT =
      new AgentRules(Set.of(AgentList.values()), List.of(), List.of(), List.of());

  public AgentRules {
    lists = Set.copyOf(lists);
    machines = List.copyOf(machines);
    scanners = List.copyOf(scanners);
    people = List.copyOf(people);
  }
}
