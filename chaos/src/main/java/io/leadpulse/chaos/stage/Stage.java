package io.leadpulse.chaos.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.chaos.cluster.Cluster;
import io.leadpulse.chaos.cluster.ClusterPlan;
import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.JobMetrics;
import io.leadpulse.cli.stack.OutcomeTotals;
import io.leadpulse.cli.stack.TempFolder;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.engine.release.Release;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A cluster of processes with all topics and, once started, the job in live time on it. */
public final class Stage implements AutoCloseable {
  public static final String PREFIX = "leadpulse.";

  /** Of each input topic, as in {@code config/topics.yaml}. */
  public static final int PARTITIONS = 4;

  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final String CHECKPOINTS_SHOWN = "1000";

  private final TempFolder folder;
  private final Cluster cluster;
  private final Sender sender;
  private final RecordEncoder<ScoringModelRelease> releases =
      new RecordEncoder<>(Topics.SCORING_MODEL);
  private @Nullable String job;

  private Stage(TempFolder folder, Cluster cluster) {
    this.folder = folder;
    this.cluster = cluster;
    sender = new Sender(cluster.bootstrap());
  }

  /**
   * Starts the processes and makes the topics.
   *
   * @param name what the name of the temporary folder begins with
   */
  public static Stage open(String name) throws IOException {
    TempFolder folder = TempFolder.create(name);
    try {
      Cluster cluster =
          Cluster.start(
              ClusterPlan.in(folder.path().resolve("cluster"))
                  .withFlink("web.checkpoints.history", CHECKPOINTS_SHOWN));
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()))) {
        TopicPlan.read(Home.current()).createMissing(admin, PREFIX);
      }
      return new Stage(folder, cluster);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  public Cluster cluster() {
    return cluster;
  }

  public Sender sender() {
    return sender;
  }

  /** Publishes a release as {@code leadpulse model publish} does. */
  public void publish(Release release) {
    ScoringModelRelease record =
        ScoringModelRelease.newBuilder()
            .setModelId(release.modelId())
            .setVersion(release.version())
            .setPublishedAt(Instant.now())
            .setEffectiveAt(Instant.ofEpochMilli(release.effectiveAt()))
            .setYaml(release.yaml())
            .setSha256(release.sha256())
            .build();
    byte[] key = (release.modelId() + '@' + release.version()).getBytes(StandardCharsets.UTF_8);
    sender.send(
        new ProducerRecord<>(Topics.SCORING_MODEL.topic(PREFIX), key, releases.encode(record)));
    sender.flush();
  }

  /**
   * Starts the job and returns once all its tasks run.
   *
   * @param settings lines of its configuration beside those that this stage decides
   */
  public void start(String settings) {
    Path config = folder.path().resolve("job.yaml");
    String text =
        """
        kafka.bootstrap-servers: %s
        topics.prefix: %s
        checkpoint.dir: '%s'
        source.idle-timeout: 1s
        """
            .formatted(cluster.bootstrap(), PREFIX, folder.path().resolve("checkpoints").toUri());
    try {
      Files.writeString(config, text + settings);
      String started = cluster.submit(config, Optional.empty());
      cluster.waitUntilRunning(started, START_LIMIT);
      job = started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String job() {
    if (job == null) {
      throw new IllegalStateException("no job was started");
    }
    return job;
  }

  /** What Flink's REST API has under a path of the job, such as {@code /checkpoints}. */
  public JsonNode rest(String path) {
    return new FlinkRest(cluster.rest()).get("/jobs/" + job() + path);
  }

  /** How often the job was started again. */
  public long restarts() {
    JsonNode metric = rest("/metrics?get=numRestarts").path(0).path("value");
    if (metric.isMissingNode()) {
      throw CliException.failure("Flink does not tell how often the job was restarted");
    }
    return metric.asLong();
  }

  public boolean isRunning() {
    return cluster.isRunning(job());
  }

  /**
   * Waits until the job's own counters are as wanted, and returns them.
   *
   * @throws CliException with the counters if that takes longer than the limit
   */
  public OutcomeTotals await(Duration limit, Predicate<OutcomeTotals> wanted) {
    JobMetrics metrics = new JobMetrics(cluster.rest(), job());
    OutcomeTotals[] seen = {new OutcomeTotals(Map.of())};
    try {
      cluster.await("the job to take all", limit, () -> wanted.test(seen[0] = read(metrics)));
    } catch (CliException late) {
      throw CliException.failure("outcomes so far: " + seen[0].bySource(), late);
    }
    return seen[0];
  }

  private static OutcomeTotals read(JobMetrics metrics) {
    try {
      return metrics.outcomes();
    } catch (CliException away) {
      return new OutcomeTotals(Map.of());
    }
  }

  /** Ends the job with a savepoint, so that all it has to say is committed. */
  public void stopJob() {
    cluster.stopWithSavepoint(job(), folder.path().resolve("savepoints"));
  }

  /** A reader of a topic, at its beginning. */
  public <T extends SpecificRecord> TopicReader<T> reader(Subject<T> subject, Limits limits) {
    return new TopicReader<>(cluster.bootstrap(), PREFIX, subject, limits, notice -> {});
  }

  /** Hands over what a topic holds, committed records only. */
  public <T extends SpecificRecord> void read(
      Subject<T> subject, Limits limits, Consumer<TopicRecord<T>> sink) {
    try (TopicReader<T> reader = reader(subject, limits)) {
      reader.readToEnd(sink);
      if (reader.unreadable() > 0) {
        throw CliException.failure(
            "%d records of %s cannot be read".formatted(reader.unreadable(), subject.name()));
      }
    }
  }

  @Override
  public void close() throws IOException {
    sender.close();
    cluster.close();
    folder.close();
  }
}
