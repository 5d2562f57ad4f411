package io.leadpulse.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A job as Flink shows it now. */
public final class JobView {
  private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED", "SUSPENDED");

  private final FlinkApi flink;
  private final String path;

  private JobView(FlinkApi flink, String id) {
    this.flink = flink;
    path = "/jobs/" + id;
  }

  /** The job of that form that runs, or else the one that was started last. */
  public static Optional<JobView> find(FlinkApi flink, JobForm form) {
    return named(flink, form).stream()
        .max(
            Comparator.comparing(JobView::isAlive)
                .thenComparing(job -> job.get("start-time").asLong()))
        .map(job -> new JobView(flink, job.get("jid").asText()));
  }

  /** How many jobs of that form have not ended. */
  public static int alive(FlinkApi flink, JobForm form) {
    return (int) named(flink, form).stream().filter(JobView::isAlive).count();
  }

  private static List<JsonNode> named(FlinkApi flink, JobForm form) {
    List<JsonNode> jobs = new ArrayList<>();
    for (JsonNode job : flink.get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().equals(form.jobName())) {
        jobs.add(job);
      }
    }
    return jobs;
  }

  private static boolean isAlive(JsonNode job) {
    return !ENDED.contains(job.get("state").asText());
  }

  /** State, times and vertices. */
  public JsonNode details() {
    return flink.get(path);
  }

  public JsonNode checkpoints() {
    return flink.get(path + "/checkpoints");
  }

  public JsonNode checkpointSettings() {
    return flink.get(path + "/checkpoints/config");
  }

  /** Failures, newest first. */
  public JsonNode failures() {
    return flink.get(path + "/exceptions").at("/exceptionHistory/entries");
  }

  /** How often the job came back after a failure, since it was submitted. */
  public long restarts() {
    for (JsonNode metric : flink.get(path + "/metrics?get=numRestarts")) {
      return metric.path("value").asLong();
    }
    return 0;
  }

  /** Operators' metrics by name, summed over subtasks. Flink knows one after the first fetch. */
  public Map<String, Long> sums(Predicate<String> wanted) {
    return metrics(wanted, "sum");
  }

  /** The same, of the subtask that has most. */
  public Map<String, Long> maxima(Predicate<String> wanted) {
    return metrics(wanted, "max");
  }

  private Map<String, Long> metrics(Predicate<String> wanted, String how) {
    Map<String, Long> values = new TreeMap<>();
    for (JsonNode vertex : details().path("vertices")) {
      String metrics = path + "/vertices/" + vertex.get("id").asText() + "/subtasks/metrics";
      List<String> names = new ArrayList<>();
      flink.get(metrics).forEach(metric -> names.add(metric.get("id").asText()));
      String some = names.stream().filter(wanted).sorted().collect(Collectors.joining(","));
      if (!some.isEmpty()) {
        flink
            .get(metrics + "?agg=" + how + "&get=" + some)
            .forEach(m -> values.put(m.get("id").asText(), m.path(how).asLong()));
      }
    }
    return values;
  }
}
