package io.leadpulse.jobs.cluster;

import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.testutils.InMemoryReporter;

/** What a job's counters of outcomes showed at its end, over all operators and subtasks. */
public final class OutcomeTotals {
  private final InMemoryReporter reporter;
  private final JobID job;

  /**
   * @param reporter that retains the metrics of tasks that ended
   */
  public OutcomeTotals(InMemoryReporter reporter, JobID job) {
    this.reporter = reporter;
    this.job = job;
  }

  public long of(SourceTopic source, Outcome outcome) {
    Map<String, Shown> latest = new HashMap<>();
    reporter
        .getMetricsByGroup()
        .forEach(
            (group, metrics) -> {
              Metric metric = metrics.get(outcome.term());
              if (metric instanceof Counter counter && isAbout(group, source)) {
                Shown shown = new Shown(attempt(group), counter.getCount());
                latest.merge(subtask(group), shown, Shown::later);
              }
            });
    return latest.values().stream().mapToLong(Shown::count).sum();
  }

  private boolean isAbout(MetricGroup group, SourceTopic source) {
    return job.toHexString().equals(group.getAllVariables().get("<job_id>"))
        && source.baseName().equals(group.getAllVariables().get("<source>"));
  }

  private static int attempt(MetricGroup group) {
    return Integer.parseInt(group.getAllVariables().get("<task_attempt_num>"));
  }

  private static String subtask(MetricGroup group) {
    Map<String, String> variables = group.getAllVariables();
    return variables.get("<operator_id>") + "/" + variables.get("<subtask_index>");
  }

  private record Shown(int attempt, long count) {
    Shown later(Shown other) {
      return other.attempt > attempt ? other : this;
    }
  }
}
