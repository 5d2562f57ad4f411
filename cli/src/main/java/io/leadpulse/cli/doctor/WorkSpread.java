package io.leadpulse.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.cli.stack.JobView;
import io.leadpulse.cli.topic.Offsets;
import io.leadpulse.jobs.config.JobConfig;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Whether every subtask has work, and as much as the others. */
final class WorkSpread implements Examination {
  private final @Nullable Admin admin;
  private final List<String> topics;
  private final @Nullable JobView job;
  private final @Nullable JobConfig config;

  /**
   * @param admin null if Kafka does not answer
   * @param topics that the job reads
   * @param job null if there is none; then the configuration decides
   */
  WorkSpread(
      @Nullable Admin admin,
      List<String> topics,
      @Nullable JobView job,
      @Nullable JobConfig config) {
    this.admin = admin;
    this.topics = topics;
    this.job = job;
    this.config = config;
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(Check.PARALLELISM_PARTITIONS, Check.MAX_PARALLELISM);
  }

  @Override
  public void examine(Findings findings) {
    int parallelism = config == null ? 0 : config.parallelism();
    int most = config == null ? 0 : config.maxParallelism();
    if (job != null) {
      for (JsonNode vertex : job.details().path("vertices")) {
        parallelism = Math.max(parallelism, vertex.path("parallelism").asInt());
        most = vertex.path("maxParallelism").asInt();
      }
    }
    if (parallelism == 0) {
      findings.notChecked(
          checks(), "no job to look at, and no valid configuration that sets parallelism");
      return;
    }
    judgeShares(parallelism, most, findings);
    if (admin == null) {
      findings.notChecked(checks(), "Kafka does not answer");
    } else {
      judgePartitions(parallelism, new Offsets(admin).ends(topics).size(), findings);
    }
  }

  static void judgePartitions(int parallelism, int partitions, Findings findings) {
    findings.add(
        Check.PARALLELISM_PARTITIONS,
        parallelism > partitions ? Severity.warning : Severity.ok,
        "parallelism %d, %d partitions in all topics that are read",
        parallelism,
        partitions);
  }

  static void judgeShares(int parallelism, int most, Findings findings) {
    findings.add(
        Check.MAX_PARALLELISM,
        most % parallelism == 0 ? Severity.ok : Severity.warning,
        "max-parallelism %d, parallelism %d",
        most,
        parallelism);
  }
}
