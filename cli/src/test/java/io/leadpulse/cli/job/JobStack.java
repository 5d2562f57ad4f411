package io.leadpulse.cli.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.leadpulse.cli.stack.EmbeddedBroker;
import io.leadpulse.cli.stack.FlinkStack;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.JobMetrics;
import io.leadpulse.cli.stack.MetricsEndpoint;
import io.leadpulse.cli.stack.OutcomeTotals;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.jobs.HandOffJob;
import io.leadpulse.jobs.LeadScoringJob;
import io.leadpulse.jobs.config.HandOffConfig;
import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Limits;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A broker with all topics and a Flink to run jobs on. */
public final class JobStack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SLOTS = 2;

  /** What the topic of models takes. */
  private static final int MAX_REQUEST = 2_097_152;

  private final Path folder;
  private final String prefix;
  private final EmbeddedBroker broker;
  private final FlinkStack flink;
  private final KafkaProducer<byte[], byte[]> producer;

  private JobStack(Path folder, String prefix, EmbeddedBroker broker, FlinkStack flink) {
    this.folder = folder;
    this.prefix = prefix;
    this.broker = broker;
    this.flink = flink;
    ByteArraySerializer bytes = new ByteArraySerializer();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrap(), "max.request.size", MAX_REQUEST);
    producer = new KafkaProducer<>(settings, bytes, bytes);
  }

  public static JobStack start(Path folder, String prefix) throws Exception {
    return start(folder, prefix, null);
  }

  /**
   * Starts it.
   *
   * @param metrics where Flink shows its metrics; null for nowhere
   */
  static JobStack start(Path folder, String prefix, @Nullable MetricsEndpoint metrics)
      throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      TopicPlan.read(new Home(Path.of(".."))).createMissing(admin, prefix);
    }
    return new JobStack(
        folder, prefix, broker, FlinkStack.start(folder.resolve("flink"), SLOTS, 0, metrics));
  }

  public String bootstrap() {
    return broker.bootstrap();
  }

  public URI rest() {
    return flink.rest();
  }

  public void send(Subject<?> subject, String key, byte @Nullable [] value) throws Exception {
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(subject.topic(prefix), keyBytes, value)).get();
  }

  /**
   * Starts the job.
   *
   * @param settings lines of its configuration beside those that this stack decides
   * @param savepoint to start from; null to start afresh
   */
  public JobID run(String settings, @Nullable String savepoint) throws Exception {
    JobConfig config =
        JobConfig.parse(
            "test.yaml",
            """
            kafka.bootstrap-servers: %s
            topics.prefix: %s
            checkpoint: { interval: 500ms, dir: '%s' }
            source.idle-timeout: 1s
            """
                    .formatted(broker.bootstrap(), prefix, folder.resolve("checkpoints").toUri())
                + settings);
    StreamGraph graph = LeadScoringJob.graph(config);
    graph.setJobId(JobID.generate());
    if (savepoint != null) {
      graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint, false));
    }
    return flink.submit(graph);
  }

  /** Starts the hand-off with the teams of a file. */
  public JobID runHandOff(Path teams) throws Exception {
    HandOffConfig config =
        HandOffConfig.parse(
            "test.yaml",
            """
            kafka.bootstrap-servers: %s
            topics.prefix: %s
            teams.file: %s
            checkpoint: { interval: 500ms, dir: '%s' }
            parallelism: 1
            """
                .formatted(
                    broker.bootstrap(),
                    prefix,
                    teams.toAbsolutePath(),
                    folder.resolve("hand-off-checkpoints").toUri()),
            folder);
    StreamGraph graph = HandOffJob.graph(config);
    graph.setJobId(JobID.generate());
    return flink.submit(graph);
  }

  /** The outcomes, once they are as wanted. */
  public OutcomeTotals await(JobID job, Predicate<OutcomeTotals> wanted) {
    JobMetrics metrics = new JobMetrics(flink.rest(), job.toHexString());
    long end = System.nanoTime() + PATIENCE.toNanos();
    OutcomeTotals totals = metrics.outcomes();
    while (!wanted.test(totals)) {
      if (System.nanoTime() > end) {
        fail("waited for other outcomes than " + totals);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      totals = metrics.outcomes();
    }
    return totals;
  }

  /** Ends the job with a savepoint. */
  public String stop(JobID job) {
    return flink.stop(job, folder.resolve("savepoints"), PATIENCE);
  }

  /** Waits until a bounded job is through. */
  void awaitEnd(JobID job) throws Exception {
    assertThat(flink.result(job).get().isSuccess()).isTrue();
  }

  <T extends SpecificRecord> List<TopicRecord<T>> read(Subject<T> subject) {
    return read(subject, RecordFormat.singleObject());
  }

  <T extends SpecificRecord> List<TopicRecord<T>> read(Subject<T> subject, RecordFormat format) {
    List<TopicRecord<T>> records = new ArrayList<>();
    try (TopicReader<T> reader =
        new TopicReader<>(
            broker.bootstrap(), prefix, format, subject, Limits.DEAD_LETTER, notice -> {})) {
      reader.readToEnd(records::add);
      assertThat(reader.unreadable()).isZero();
    }
    return records;
  }

  @Override
  public void close() {
    producer.close();
    flink.close();
    broker.close();
  }
}
