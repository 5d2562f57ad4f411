package io.leadpulse.engine.hygiene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.engine.model.AgentRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The shipped lists on agents that nobody here wrote, against the patterns of crawler-user-agents.
 * The material is no part of the project: it is in the folder that the environment variable {@code
 * LEADPULSE_REAL_INPUTS} names, else in {@code shared/real-inputs} beside a folder around this one.
 */
class RealAgentsTest {
  private static final Pattern LAST_QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*$");
  private final AgentVerdicts verdicts = new AgentVerdicts(AgentRules.DEFAULT);

  @Test
  void flagsAQuarterOfARealSitesLines() throws IOException {
    List<String> agents = logAgents();

    assertThat(agents).hasSize(10_000);
    assertThat(agents.stream().filter(this::isMachine)).hasSize(2_643);
  }

  @Test
  void findsSevenOfEightAgentsOfThePublicList() throws IOException {
    List<String> agents = new ArrayList<>();
    for (JsonNode crawler : crawlers()) {
      crawler.path("instances").forEach(agent -> agents.add(agent.asText()));
    }

    assertThat(agents).hasSizeGreaterThan(2_000);
    assertThat(agents.stream().filter(this::isMachine).count())
        .isGreaterThan(agents.size() * 7L / 8 - agents.size() / 100);
  }

  @Test
  void missesNextToNoneOfTheLinesThatThePublicListFinds() throws IOException {
    Pattern listed = listed();
    Map<String, Boolean> found = new HashMap<>();
    List<String> lines =
        logAgents().stream()
            .filter(agent -> found.computeIfAbsent(agent, a -> listed.matcher(a).find()))
            .toList();

    assertThat(lines).hasSize(1_955);
    assertThat(lines.stream().filter(agent -> !isMachine(agent))).hasSizeLessThan(10);
  }

  private static List<String> logAgents() throws IOException {
    List<String> agents = new ArrayList<>();
    Path log = require("access-log/apache_combined.log");
    for (String line : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
      Matcher matcher = LAST_QUOTED.matcher(line);
      agents.add(matcher.find() ? matcher.group(1) : "");
    }
    return agents;
  }

  /** All patterns of the public list as one. */
  private static Pattern listed() throws IOException {
    List<String> patterns = new ArrayList<>();
    crawlers().forEach(crawler -> patterns.add("(?:" + crawler.path("pattern").asText() + ")"));
    return Pattern.compile(String.join("|", patterns));
  }

  private boolean isMachine(String agent) {
    return verdicts.of(agent) != AgentKind.PERSON;
  }

  private static JsonNode crawlers() throws IOException {
    return new JsonMapper().readTree(require("lists/crawler-user-agents.json").toFile());
  }

  private static Path require(String relative) {
    String named = System.getenv("LEADPULSE_REAL_INPUTS");
    Path shared = Path.of("shared", "real-inputs");
    Path folder = Path.of("").toAbsolutePath();
    while (named == null
        && folder.getParent() != null
        && !Files.isDirectory(folder.resolve(shared))) {
      folder = folder.getParent();
    }
    Path wanted =
        named == null ? folder.resolve(shared).resolve(relative) : Path.of(named, relative);
    String skipped = "SKIPPED: real material is absent: no " + wanted;
    if (!Files.exists(wanted)) {
      System.err.println(skipped);
    }
    assumeTrue(Files.exists(wanted), skipped);
    return wanted;
  }
}
