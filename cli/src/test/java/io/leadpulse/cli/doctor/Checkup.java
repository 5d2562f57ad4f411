package io.leadpulse.cli.doctor;

import io.leadpulse.cli.stack.FlinkApi;
import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.stack.KafkaAccess;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.jobs.config.JobConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A visit of the doctor whose findings are looked up by id. */
record Checkup(Map<String, Finding> findings) {

  /** What a visit of Kafka alone finds, so much later than now. */
  static Checkup ofKafka(JobConfig config, Duration later, Path... readers) {
    return of(JobForm.LEAD_SCORING, config, null, later, List.of(readers));
  }

  /** The same for a job of that form. */
  static Checkup ofKafka(JobForm form, JobConfig config, Duration later) {
    return of(form, config, null, later, List.of());
  }

  /** What a visit of Kafka and Flink finds. */
  static Checkup of(JobConfig config, URI flink) {
    return of(JobForm.LEAD_SCORING, config, flink);
  }

  /** The same for a job of that form. */
  static Checkup of(JobForm form, JobConfig config, URI flink) {
    return of(form, config, flink, Duration.ZERO, List.of());
  }

  private static Checkup of(
      JobForm form, JobConfig config, @Nullable URI flink, Duration later, List<Path> readers) {
    Properties client = config.kafka().client();
    Instant now = Instant.now().plus(later);
    Visit visit =
        new Visit(
            form,
            config,
            new KafkaAccess(client, config.kafka().topicPrefix(), null),
            TopicPlan.read(new Home(Path.of(".."))),
            flink,
            readers,
            InstantSource.fixed(now),
            () -> LockSupport.parkNanos(Duration.ofSeconds(1).toNanos()));
    Findings findings = new Findings();
    visit.examine(api(flink), findings, line -> {});
    return of(findings);
  }

  /** What is in findings that were made without a visit. */
  static Checkup of(Findings findings) {
    Map<String, Finding> byId = new LinkedHashMap<>();
    findings.list().forEach(finding -> byId.put(finding.id(), finding));
    return new Checkup(byId);
  }

  Finding get(Check check) {
    return findings.get(check.id());
  }

  Severity severity(Check check) {
    return get(check).severity();
  }

  private static FlinkApi api(@Nullable URI flink) {
    if (flink == null) {
      return path -> {
        throw CliException.failure("no Flink");
      };
    }
    return new FlinkRest(flink)::get;
  }
}
