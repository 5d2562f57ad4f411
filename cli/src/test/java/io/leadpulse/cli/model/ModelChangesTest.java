package io.leadpulse.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.model.Change.Reach;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.release.ModelParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ModelChangesTest {
  private static String yaml;

  @BeforeAll
  static void read() throws Exception {
    yaml = Files.readString(Path.of("../config/models/minimal.yaml"));
  }

  @Test
  void aModelDoesNotDifferFromItself() {
    assertThat(changes(yaml)).isEmpty();
    assertThat(changes(yaml + "# a comment\n")).isEmpty();
  }

  @Test
  void aValueCountsForAllHistory() {
    assertThat(changes(yaml.replaceFirst("points: \\d+", "points: 77")))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.path()).startsWith("scorecards.").endsWith(".points");
              assertThat(change.after()).isEqualTo("77");
              assertThat(change.reach()).isEqualTo(Reach.ALL_HISTORY);
            });
  }

  @Test
  void whatASignalMatchesCountsForNewEvents() {
    assertThat(changes(yaml.replaceFirst("path: .*", "path: /elsewhere/**")))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.path()).startsWith("signals.").endsWith(".path");
              assertThat(change.after()).isEqualTo("[/elsewhere/**]");
              assertThat(change.reach()).isEqualTo(Reach.NEW_EVENTS);
            });
  }

  @Test
  void whoIsAMachineCountsForNewEvents() {
    String hygiene =
        """
        hygiene:
          agents: { lists: [headless, crawlers], machines: [acme-uptime] }
          networks: { own: [203.0.113.0/24] }
          flood: 300
        """;

    assertThat(changes(yaml + hygiene))
        .allSatisfy(change -> assertThat(change.reach()).isEqualTo(Reach.NEW_EVENTS))
        .extracting(change -> change.path() + ": " + change.before() + " -> " + change.after())
        .containsExactly(
            "hygiene.agents.lists: [crawlers, headless, libraries, link-scanners] -> [crawlers, headless]",
            "hygiene.agents.machines: null -> [acme-uptime]",
            "hygiene.flood: 200 -> 300",
            "hygiene.networks.own: null -> [203.0.113.0/24]");
  }

  @Test
  void theShippedDefaultsAreNoChange() {
    assertThat(changes(yaml + "hygiene: { flood: 200, quarantine: 15s }\n")).isEmpty();
  }

  @Test
  void aWholeScorecardIsOneChange() {
    List<Change> changes =
        changes(yaml.replaceFirst("(?m)^scorecards:\\n  ([a-z-]+):", "scorecards:\n  other:"));

    assertThat(changes).hasSize(2);
    assertThat(changes)
        .anySatisfy(
            change -> {
              assertThat(change.path()).isEqualTo("scorecards.other");
              assertThat(change.before()).isNull();
              assertThat(change.after()).startsWith("whole, ");
            });
  }

  private static List<Change> changes(String other) {
    return ModelChanges.between(model(yaml), model(other));
  }

  private static ScoringModel model(String text) {
    return ModelParser.parse("model.yaml", text, 1).orThrow().model();
  }
}
