package io.leadpulse.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The counters of a job, summed over its operators and subtasks; about a second old. */
public final class JobMetrics {
  private static final String OUTCOMES = ".leadpulse.source.";

  /** Topics as they are in metrics, where a dot parts groups. */
  private static final Map<String, String> TOPICS =
      Topics.SUBJECTS.stream()
          .map(Subject::name)
          .collect(Collectors.toMap(name -> name.replace('.', '_'), Function.identity()));

  private final FlinkRest rest;
  private final String job;

  /** Counter names by vertex: they do not change while a job lives. */
  private final Map<String, List<String>> names = new HashMap<>();

  /**
   * @param rest Flink's REST address
   * @param job its id in hexadecimal
   */
  public JobMetrics(URI rest, String job) {
    this.rest = new FlinkRest(rest);
    this.job = job;
  }

  /** How many records of each source topic came to each outcome. */
  public OutcomeTotals outcomes() {
    Map<String, Map<String, Long>> totals = new HashMap<>();
    for (JsonNode vertex : rest.get("/jobs/" + job).get("vertices")) {
      String path = "/jobs/" + job + "/vertices/" + vertex.get("id").asText() + "/subtasks/metrics";
      List<String> counters = names.computeIfAbsent(path, this::counters);
      if (counters.isEmpty()) {
        names.remove(path);
        continue;
      }
      for (JsonNode metric : rest.get(path + "?agg=sum&get=" + String.join(",", counters))) {
        add(totals, metric);
      }
    }
    return new OutcomeTotals(totals);
  }

  /** Flink knows a metric only after it has fetched it once. */
  private List<String> counters(String path) {
    List<String> found = new ArrayList<>();
    for (JsonNode metric : rest.get(path)) {
      String name = metric.get("id").asText();
      if (name.contains(OUTCOMES)) {
        found.add(name);
      }
    }
    return found;
  }

  /** Of {@code operator.leadpulse.source.web-access_v1.applied} the last two parts count. */
  private static void add(Map<String, Map<String, Long>> totals, JsonNode metric) {
    String name = metric.get("id").asText();
    int source = name.indexOf(OUTCOMES) + OUTCOMES.length();
    int outcome = name.lastIndexOf('.');
    String topic = TOPICS.getOrDefault(name.substring(source, outcome), "");
    totals
        .computeIfAbsent(topic, t -> new HashMap<>())
        .merge(name.substring(outcome + 1), metric.get("sum").asLong(), Long::sum);
  }
}
