package io.leadpulse.engine.hygiene;

import io.leadpulse.engine.model.AgentList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The lists of user agents that come with this software: one part a line, in quotes where a space
 * at an end belongs to it. Read once, and the same for all releases.
 */
final class ShippedAgents {
  private static final Map<AgentList, AgentParts> LISTS = new EnumMap<>(AgentList.class);
  private static final AgentParts READERS = new AgentParts(parts("readers"));

  static {
    for (AgentList list : AgentList.values()) {
      LISTS.put(list, new AgentParts(parts(list.term())));
    }
  }

  private ShippedAgents() {}

  static AgentParts of(AgentList list) {
    return Objects.requireNonNull(LISTS.get(list));
  }

  /** Agents of people that look like machines': proxies through which they read their mail. */
  static AgentParts readers() {
    return READERS;
  }

  static List<String> parts(String name) {
    return text(name + ".txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(ShippedAgents::unquoted)
        .toList();
  }

  private static String unquoted(String line) {
    return line.startsWith("\"") ? line.substring(1, line.length() - 1) : line;
  }

  private static String text(String name) {
    try (InputStream in = ShippedAgents.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
