package io.leadpulse.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.leadpulse.cli.stack.JobForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question that a dashboard or an alert rule asks Prometheus.
 *
 * @param where file and title
 * @param legendLabels labels that the answer's legend shows
 */
public record Watch(String where, String expression, Set<String> legendLabels) {
  static final Path FOLDER = Path.of("../config/grafana");
  static final Path ALERTS = FOLDER.resolve("alerts.yaml");
  static final String OF_ALL_JOBS = "leadpulse-jobs";
  private static final Pattern LEGEND = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
  private static final Pattern LABEL_VALUES =
      Pattern.compile("label_values\\((\\w+),\\s*(\\w+)\\)");

  /** Of all jobs. */
  static List<Watch> all() throws IOException {
    List<Watch> all = new ArrayList<>();
    for (JobForm job : JobForm.values()) {
      all.addAll(of(job));
    }
    return all;
  }

  /** Those about one job: its dashboard, its group of rules, and the one of all jobs. */
  public static List<Watch> of(JobForm job) throws IOException {
    List<Watch> all = new ArrayList<>();
    Path file = dashboard(job);
    JsonNode dashboard = JsonMapper.builder().build().readTree(file.toFile());
    for (JsonNode panel : dashboard.get("panels")) {
      for (JsonNode target : panel.path("targets")) {
        String where = "%s, %s".formatted(file.getFileName(), panel.get("title").asText());
        all.add(new Watch(where, target.get("expr").asText(), legend(target)));
      }
    }
    dashboard.at("/templating/list").forEach(variable -> addVariable(file, variable, all));
    List<JsonNode> rules = new ArrayList<>(rules(OF_ALL_JOBS));
    rules.addAll(rules(group(job)));
    for (JsonNode rule : rules) {
      String where = rule.get("alert").asText();
      all.add(new Watch(where, rule.get("expr").asText(), Set.of()));
    }
    return all;
  }

  static Path dashboard(JobForm job) {
    return FOLDER.resolve(job.jobName() + ".json");
  }

  private static void addVariable(Path file, JsonNode variable, List<Watch> all) {
    Matcher values = LABEL_VALUES.matcher(variable.path("query").asText());
    if (values.matches()) {
      String where = "%s, variable %s".formatted(file.getFileName(), variable.get("name").asText());
      all.add(new Watch(where, values.group(1), Set.of(values.group(2))));
    }
  }

  private static Set<String> legend(JsonNode target) {
    return LEGEND
        .matcher(target.get("legendFormat").asText())
        .results()
        .map(label -> label.group(1))
        .collect(Collectors.toSet());
  }

  static List<Path> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  static List<JsonNode> rules() throws IOException {
    List<JsonNode> rules = new ArrayList<>(rules(OF_ALL_JOBS));
    for (JobForm job : JobForm.values()) {
      rules.addAll(rules(group(job)));
    }
    return rules;
  }

  private static List<JsonNode> rules(String group) throws IOException {
    List<JsonNode> rules = new ArrayList<>();
    for (JsonNode each : groups()) {
      if (each.get("name").asText().equals(group)) {
        each.get("rules").forEach(rules::add);
      }
    }
    return rules;
  }

  static String group(JobForm job) {
    return "leadpulse-" + job.jobName();
  }

  static JsonNode groups() throws IOException {
    return YAMLMapper.builder().build().readTree(ALERTS.toFile()).get("groups");
  }
}
