package io.leadpulse.engine.hygiene;

import io.leadpulse.engine.classify.LiteralScan;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Texts of which one or more may stand in a user agent, found in one pass over it. */
final class AgentParts {
  /** An agent is looked at once and then known, so the least memory serves better than speed. */
  private static final int NO_ROWS = 0;

  private final LiteralScan scan;

  AgentParts(Collection<String> parts) {
    Map<String, List<Integer>> listed = new HashMap<>();
    parts.forEach(part -> listed.put(lowered(part), List.of(0)));
    scan = new LiteralScan(listed, NO_ROWS);
  }

  /**
   * An agent as parts are looked for in it: in lower case, and with a space at both ends, so that a
   * part with a space can say where a word begins or ends.
   */
  static String prepared(String agent) {
    return ' ' + lowered(agent) + ' ';
  }

  static String lowered(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether one of the parts stands in an agent.
   *
   * @param agent from {@link #prepared}
   */
  boolean anyIn(String agent) {
    boolean[] found = new boolean[1];
    scan.scan(agent, agent.length(), false, part -> found[0] = true);
    return found[0];
  }
}
