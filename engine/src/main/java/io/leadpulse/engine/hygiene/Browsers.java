package io.leadpulse.engine.hygiene;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Agents of what people use, so that nobody makes machines of them all by one careless word. */
public final class Browsers {
  private static final Map<String, String> AGENTS = new LinkedHashMap<>();

  static {
    String webkit = " AppleWebKit/537.36 (KHTML, like Gecko) ";
    AGENTS.put(
        "Chrome",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64)" + webkit + "Chrome/126.0.0.0 Safari/537.36");
    AGENTS.put(
        "Edge",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
            + webkit
            + "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0");
    AGENTS.put(
        "Chrome on Android",
        "Mozilla/5.0 (Linux; Android 10; K)" + webkit + "Chrome/126.0.0.0 Mobile Safari/537.36");
    AGENTS.put("Chrome on Linux", "Mozilla/5.0 (X11; Linux x86_64)" + webkit + "Chrome/126.0.0.0");
    AGENTS.put(
        "Firefox",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0");
    AGENTS.put(
        "Safari",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
            + " Version/17.5 Safari/605.1.15");
    AGENTS.put(
        "an iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1");
    AGENTS.put(
        "Internet Explorer",
        "Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko");
    AGENTS.replaceAll((name, agent) -> AgentParts.prepared(agent));
  }

  private Browsers() {}

  /** The first browser in whose agent a part stands. */
  public static Optional<String> with(String part) {
    String sought = AgentParts.lowered(part);
    return AGENTS.entrySet().stream()
        .filter(browser -> browser.getValue().contains(sought))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
