package io.leadpulse.engine.hygiene;

import io.leadpulse.engine.model.AgentList;
import io.leadpulse.engine.model.AgentRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says of user agents who is behind them, by the rules of one release. Each agent is judged once
 * and then looked up: a site sees a few thousand of them, over and over. For one thread at a time.
 */
public final class AgentVerdicts {
  /** Agents kept at most, those met last; what is older is judged again. */
  static final int MOST_KEPT = 4_096;

  /** What lies beyond is not read: nobody's name stands there, and a hostile one could be long. */
  static final int LONGEST = 1_024;

  private final AgentParts people;
  private final AgentParts scanners;
  private final AgentParts machines;
  private final List<AgentParts> shippedPeople = List.of(ShippedAgents.readers());
  private final List<AgentParts> shippedScanners;
  private final List<AgentParts> shippedHeadless;
  private final List<AgentParts> shippedMachines;
  private final Map<String, AgentKind> judged = new Latest();

  public AgentVerdicts(AgentRules rules) {
    people = new AgentParts(rules.people());
    scanners = new AgentParts(rules.scanners());
    machines = new AgentParts(rules.machines());
    shippedScanners = shipped(rules, AgentList.LINK_SCANNERS);
    shippedHeadless = shipped(rules, AgentList.HEADLESS);
    shippedMachines = shipped(rules, AgentList.CRAWLERS, AgentList.LIBRARIES);
  }

  private static List<AgentParts> shipped(AgentRules rules, AgentList... wanted) {
    List<AgentParts> parts = new ArrayList<>();
    for (AgentList list : wanted) {
      if (rules.lists().contains(list)) {
        parts.add(ShippedAgents.of(list));
      }
    }
    return parts;
  }

  /** Who is behind an agent; an empty one tells nothing. */
  public AgentKind of(String agent) {
    if (agent.isEmpty()) {
      return AgentKind.PERSON;
    }
    String read = agent.length() > LONGEST ? agent.substring(0, LONGEST) : agent;
    AgentKind known = judged.get(read);
    if (known != null) {
      return known;
    }
    AgentKind kind = judge(AgentParts.prepared(read));
    judged.put(read, kind);
    return kind;
  }

  /** What the model says goes before what is shipped, and people before machines. */
  private AgentKind judge(String agent) {
    if (people.anyIn(agent)) {
      return AgentKind.PERSON;
    }
    if (scanners.anyIn(agent)) {
      return AgentKind.SCANNER;
    }
    if (machines.anyIn(agent)) {
      return AgentKind.CRAWLER;
    }
    if (any(shippedPeople, agent)) {
      return AgentKind.PERSON;
    }
    if (any(shippedScanners, agent)) {
      return AgentKind.SCANNER;
    }
    if (any(shippedHeadless, agent)) {
      return AgentKind.HEADLESS;
    }
    return any(shippedMachines, agent) ? AgentKind.CRAWLER : AgentKind.PERSON;
  }

  private static boolean any(List<AgentParts> lists, String agent) {
    for (AgentParts parts : lists) {
      if (parts.anyIn(agent)) {
        return true;
      }
    }
    return false;
  }

  int kept() {
    return judged.size();
  }

  private static final class Latest extends LinkedHashMap<String, AgentKind> {
    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, AgentKind> eldest) {
      return size() > MOST_KEPT;
    }
  }
}
