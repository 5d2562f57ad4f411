package io.leadpulse.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.stack.JobForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Dashboards and alert rules, as far as no running job is needed to judge them. */
class GrafanaTest {

  @Test
  void panelsAreWhole() throws Exception {
    assertThat(Watch.dashboards()).isNotEmpty();
    for (Path file : Watch.dashboards()) {
      JsonNode dashboard = JsonMapper.builder().build().readTree(file.toFile());
      assertThat(dashboard.get("title").asText()).isNotBlank();
      assertThat(dashboard.get("uid").asText()).isNotBlank();
      assertThat(texts(dashboard.at("/templating/list"), "/name")).contains("datasource", "job");
      assertThat(texts(dashboard.get("panels"), "/id")).doesNotHaveDuplicates();
      dashboard.get("panels").forEach(GrafanaTest::assertPanel);
    }
  }

  private static void assertPanel(JsonNode panel) {
    String title = panel.path("title").asText();
    assertThat(title).as("title of %s", panel).isNotBlank();
    if (panel.get("type").asText().equals("row")) {
      return;
    }
    assertThat(panel.at("/datasource/uid").asText()).as(title).isEqualTo("${datasource}");
    assertThat(panel.at("/fieldConfig/defaults/unit").asText()).as(title).isNotBlank();
    assertThat(panel.get("targets")).as(title).isNotEmpty();
    assertThat(texts(panel.get("targets"), "/refId")).as(title).doesNotHaveDuplicates();
    JsonNode place = panel.get("gridPos");
    assertThat(place.get("x").asInt() + place.get("w").asInt()).as(title).isBetween(1, 24);
  }

  @Test
  void eachJobHasADashboardAndAGroupOfRulesAndNobodyElseHas() throws Exception {
    assertThat(Watch.dashboards())
        .containsExactlyInAnyOrder(
            Arrays.stream(JobForm.values()).map(Watch::dashboard).toArray(Path[]::new));
    assertThat(texts(Watch.groups(), "/name"))
        .containsExactly(
            Watch.OF_ALL_JOBS, Watch.group(JobForm.LEAD_SCORING), Watch.group(JobForm.HAND_OFF));
  }

  @Test
  void everyPanelAsksAboutSomething() throws Exception {
    for (Watch watch : Watch.all()) {
      assertThat(PromQuery.parse(watch.expression()).selectors()).as(watch.where()).isNotEmpty();
    }
  }

  @Test
  void everyAlertSaysWhatItIsAndWhatToDo() throws Exception {
    Set<String> anchors = anchors(Path.of("../docs/operations.md"));
    assertThat(Watch.rules())
        .extracting(rule -> rule.get("alert").asText())
        .doesNotHaveDuplicates();
    for (JsonNode rule : Watch.rules()) {
      String name = rule.get("alert").asText();
      assertThat(rule.at("/annotations/summary").asText()).as(name).isNotBlank();
      assertThat(rule.at("/annotations/description").asText()).as(name).isNotBlank();
      assertThat(rule.at("/labels/severity").asText()).as(name).isIn("warning", "critical");
      assertThat(rule.at("/annotations/runbook").asText())
          .as(name)
          .isEqualTo("docs/operations.md#" + name.toLowerCase(Locale.ROOT));
      assertThat(anchors).as("headings for alerts").contains(name.toLowerCase(Locale.ROOT));
    }
  }

  /** Of the headings, as they are linked to. */
  private static Set<String> anchors(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\w -]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static List<String> texts(JsonNode nodes, String pointer) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.at(pointer).asText()));
    return texts;
  }
}
