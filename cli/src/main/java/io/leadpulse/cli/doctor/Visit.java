package io.leadpulse.cli.doctor;

import io.leadpulse.cli.stack.FlinkApi;
import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.stack.JobView;
import io.leadpulse.cli.stack.KafkaAccess;
import io.leadpulse.cli.stack.RegistryAccess;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.topic.CommittedRecords;
import io.leadpulse.cli.topics.Drift;
import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.kafka.KafkaSettings;
import io.leadpulse.schemas.history.SchemaHistory;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.registry.RegistrySettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * One look at an installation.
 *
 * @param form which of its jobs
 * @param config null if it is not valid
 * @param kafka how to reach Kafka
 * @param plan of the topics
 * @param flink REST address; null if it is not known
 * @param readers properties of consumers of the results
 * @param clock tells how late it is
 * @param pause lasts a second
 */
record Visit(
    JobForm form,
    @Nullable JobConfig config,
    KafkaAccess kafka,
    TopicPlan plan,
    @Nullable URI flink,
    List<Path> readers,
    InstantSource clock,
    Runnable pause) {
  private static final EnumSet<Check> OF_MODEL =
      EnumSet.of(Check.MODEL_PUBLISHED, Check.RELEASES_REFUSED, Check.RELEASES_LATE);

  private static final String NO_CONFIG = "there is no valid configuration of the job";

  /**
   * Does all checks.
   *
   * @param api Flink's, at {@link #flink}
   * @param told takes a line before each examination
   */
  void examine(FlinkApi api, Findings findings, Consumer<String> told) {
    if (!form.hasModel()) {
      findings.notChecked(OF_MODEL, "%s has no scoring model".formatted(form.jobName()));
    }
    JobView job = findJob(api, findings);
    try (Admin admin = kafka.connect()) {
      findings.ok(Check.KAFKA_REACHABLE, "%s", kafka.bootstrapServers());
      Doctor.examine(ofKafka(admin), findings, told);
      Doctor.examine(List.of(workSpread(admin, job)), findings, told);
    } catch (CliException e) {
      findings.problem(Check.KAFKA_REACHABLE, "%s", e.getMessage());
      Doctor.examine(List.of(workSpread(null, job)), findings, told);
      findings.notChecked(needKafka(), "Kafka does not answer");
    }
    Doctor.examine(ofJob(job), findings, told);
    Doctor.examine(apart(job), findings, told);
    if (job == null) {
      findings.notChecked(needJob(), "there is no job to look at");
    }
    if (config == null) {
      findings.notChecked(
          EnumSet.of(Check.TRANSACTIONAL_IDS, Check.GROUP_SHARED, Check.LAG), NO_CONFIG);
    }
  }

  private WorkSpread workSpread(@Nullable Admin admin, @Nullable JobView job) {
    return new WorkSpread(admin, form.inputs(kafka.prefix()), job, config);
  }

  private @Nullable JobView findJob(FlinkApi api, Findings findings) {
    if (flink == null) {
      findings.notChecked(
          EnumSet.of(Check.FLINK_REACHABLE), "give Flink's REST address with --flink HOST:PORT");
      return null;
    }
    try {
      JobView job = JobView.find(api, form).orElse(null);
      int alive = JobView.alive(api, form);
      findings.ok(Check.FLINK_REACHABLE, "%s, %d job(s) of that name alive", flink, alive);
      if (job == null) {
        findings.problem(
            Check.JOB_RUNNING, "Flink at %s has no such job as %s", flink, form.jobName());
      }
      return job;
    } catch (CliException e) {
      findings.problem(Check.FLINK_REACHABLE, "%s", e.getMessage());
      return null;
    }
  }

  private List<Examination> ofKafka(Admin admin) {
    String prefix = kafka.prefix();
    List<Examination> all = new ArrayList<>();
    all.add(new BrokerSoundness(admin, config));
    all.add(new TopicsAsPlanned(() -> Drift.find(admin, prefix, plan)));
    all.add(new DeadLettersQuiet(admin, prefix, clock));
    all.add(new ReadersCommitted(admin, prefix, readers));
    if (form.hasModel()) {
      all.add(new ModelInForce(settings(), this::format));
    }
    if (config != null) {
      String group = config.kafka().groupId();
      all.add(new OneJobPerGroup(admin, group, form.transactionPrefixes(group)));
      CommittedRecords records = new CommittedRecords(kafka.client());
      all.add(new InputRead(admin, group, form.inputs(prefix), records, clock));
    }
    return all;
  }

  private List<Examination> ofJob(@Nullable JobView job) {
    List<Examination> all = new ArrayList<>();
    if (job != null) {
      all.add(new JobHealth(job));
      all.add(new CheckpointHealth(job, config));
      all.add(new Commits(job, config, pause));
      if (form.hasModel()) {
        all.add(new ReleasesTaken(job));
      }
    }
    return all;
  }

  private List<Examination> apart(@Nullable JobView job) {
    String directory = config == null ? "" : config.checkpoint().directory();
    if (directory.isEmpty() && job != null) {
      directory = CheckpointPlace.above(job.checkpoints());
    }
    return List.of(
        new CheckpointPlace(directory, flink == null ? null : flink.getHost()),
        new SchemasContinue(SchemaHistory::of),
        new SchemasRegistered(registry(), kafka.prefix()));
  }

  private RecordFormat format() {
    return new RegistryAccess(registry(), /* confluent= */ false).reading(kafka.prefix());
  }

  private @Nullable RegistrySettings registry() {
    return config == null ? null : config.wire().registry();
  }

  private KafkaSettings settings() {
    Map<String, String> properties = new HashMap<>();
    kafka.client().forEach((key, value) -> properties.put(key.toString(), value.toString()));
    return new KafkaSettings(
        kafka.bootstrapServers(),
        "leadpulse-doctor",
        kafka.prefix(),
        properties,
        Duration.ofMinutes(1));
  }

  private static EnumSet<Check> needKafka() {
    return EnumSet.of(
        Check.KAFKA_VERSION,
        Check.TRANSACTION_VERSION,
        Check.TRANSACTION_LIMIT,
        Check.TOPICS_MISSING,
        Check.TOPICS_SETTINGS,
        Check.TOPICS_PARTITIONS,
        Check.TOPICS_UNPLANNED,
        Check.TRANSACTIONAL_IDS,
        Check.GROUP_SHARED,
        Check.LAG,
        Check.MODEL_PUBLISHED,
        Check.DEAD_LETTERS,
        Check.READERS_ISOLATION);
  }

  private static EnumSet<Check> needJob() {
    return EnumSet.of(
        Check.JOB_RUNNING,
        Check.JOB_RESTARTS,
        Check.CHECKPOINT_AGE,
        Check.CHECKPOINT_FAILURES,
        Check.TRANSACTION_OUTAGE,
        Check.FAILED_COMMITTABLES,
        Check.RELEASES_REFUSED,
        Check.RELEASES_LATE);
  }
}
