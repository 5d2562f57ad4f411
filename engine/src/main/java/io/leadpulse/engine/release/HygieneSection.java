package io.leadpulse.engine.release;

import io.leadpulse.engine.hygiene.Browsers;
import io.leadpulse.engine.hygiene.Cidr;
import io.leadpulse.engine.model.AgentList;
import io.leadpulse.engine.model.AgentRules;
import io.leadpulse.engine.model.Hygiene;
import io.leadpulse.engine.model.NetworkRules;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what tells machines and our own staff from prospects; what is not said is the default. */
final class HygieneSection {
  private static final int MAX_VALUES = 1_000;
  private static final int SHORTEST_PART = 3;
  private static final int LONGEST_PART = 200;
  private static final int MOST_A_DAY = 1_000_000;
  private static final long LONGEST_QUARANTINE = Duration.ofMinutes(5).toMillis();

  private static final Map<String, AgentList> LISTS = new LinkedHashMap<>();

  static {
    for (AgentList list : AgentList.values()) {
      LISTS.put(list.term(), list);
    }
  }

  private final Draft draft;

  HygieneSection(Draft draft) {
    this.draft = draft;
  }

  Hygiene read(YamlValue section) {
    YamlMapping mapping = section.mapping(Keys.HYGIENE);
    Hygiene usual = Hygiene.DEFAULT;
    return new Hygiene(
        agents(mapping.get("agents").mapping(Keys.AGENTS)),
        networks(mapping.get("networks").mapping(Keys.NETWORKS)),
        hiddenLinks(mapping.get("hidden-links")),
        mapping.get("flood").integer(1, MOST_A_DAY, usual.floodPerDay()),
        mapping.get("quarantine").millis(0, LONGEST_QUARANTINE, usual.quarantineMillis()));
  }

  private Set<String> hiddenLinks(YamlValue value) {
    checkCount(value);
    Set<String> links = new LinkedHashSet<>();
    for (YamlValue item : value.items()) {
      String link = item.text(LONGEST_PART, "");
      if (!link.isEmpty() && !links.add(link)) {
        item.problem("link '" + link + "' stands twice", "remove one");
      }
    }
    return links;
  }

  private AgentRules agents(YamlMapping mapping) {
    Map<String, String> seen = new HashMap<>();
    return new AgentRules(
        lists(mapping.get("lists")),
        parts(mapping.get("machines"), seen),
        parts(mapping.get("scanners"), seen),
        parts(mapping.get("people"), seen));
  }

  /** An empty list is a choice: no shipped list holds. */
  private static Set<AgentList> lists(YamlValue value) {
    if (!value.isPresent()) {
      return AgentRules.DEFAULT.lists();
    }
    Set<AgentList> lists = EnumSet.noneOf(AgentList.class);
    for (YamlValue item : value.items()) {
      AgentList list = LISTS.get(item.peek());
      item.choice(LISTS, AgentList.CRAWLERS);
      if (list != null && !lists.add(list)) {
        item.problem("list '" + list.term() + "' stands twice", "remove one");
      }
    }
    return lists;
  }

  private List<String> parts(YamlValue value, Map<String, String> seen) {
    checkCount(value);
    List<String> parts = new ArrayList<>();
    for (YamlValue item : value.items()) {
      String part = item.text(LONGEST_PART, "");
      if (!part.isEmpty() && isUsable(item, part, seen)) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static boolean isUsable(YamlValue item, String part, Map<String, String> seen) {
    String other = seen.putIfAbsent(part.toLowerCase(Locale.ROOT), item.name());
    boolean machine = !item.name().equals("people");
    Optional<String> browser = machine ? Browsers.with(part) : Optional.empty();
    if (part.length() < SHORTEST_PART) {
      item.problem(
          "'" + part + "' stands in too many agents",
          "write " + SHORTEST_PART + " characters or more");
    } else if (other != null) {
      String where = other.equals(item.name()) ? "twice" : "in " + other + " too";
      item.problem("'" + part + "' stands " + where, "remove one");
    } else if (browser.isPresent()) {
      item.problem(
          "'" + part + "' stands in the agent of " + browser.get() + ", as people use it",
          "write what only the machine says");
    } else {
      return true;
    }
    return false;
  }

  private NetworkRules networks(YamlMapping mapping) {
    Map<String, String> seen = new HashMap<>();
    return new NetworkRules(
        cidrs(mapping.get("own"), seen),
        cidrs(mapping.get("scanners"), seen),
        cidrs(mapping.get("people"), seen));
  }

  private List<String> cidrs(YamlValue value, Map<String, String> seen) {
    checkCount(value);
    List<String> cidrs = new ArrayList<>();
    for (YamlValue item : value.items()) {
      String text = item.text("");
      if (!text.isEmpty()) {
        cidr(item, text, seen).ifPresent(cidrs::add);
      }
    }
    return cidrs;
  }

  private Optional<String> cidr(YamlValue item, String text, Map<String, String> seen) {
    Cidr cidr = Cidr.parse(text).orElse(null);
    if (cidr == null) {
      item.problem(
          "this is no network", "write address/length, such as 203.0.113.0/24 or 2001:db8::/32");
      return Optional.empty();
    }
    String other = seen.putIfAbsent(cidr.text(), item.name());
    if (!cidr.exact()) {
      item.problem("the network has bits beyond its length", "write " + cidr.text());
    } else if (cidr.isEverything()) {
      item.problem("this network is everybody", "write a longer prefix than 0");
    } else if (other != null) {
      String where = other.equals(item.name()) ? "twice" : "in " + other + " too";
      item.problem("network " + cidr.text() + " stands " + where, "remove one");
    }
    return Optional.of(text);
  }

  private void checkCount(YamlValue value) {
    int count = value.items().size();
    if (count > MAX_VALUES) {
      draft.problem(
          value.place(),
          count + " values of " + value.name() + " are more than " + MAX_VALUES,
          "keep those that matter");
    }
  }
}
