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
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private final Path folder;
  private final Closeable atEnd;
  private final Cluster cluster;
  private final Sender sender;
  private final RecordEncoder<ScoringModelRelease> releases =
      new RecordEncoder<>(Topics.SCORING_MODEL);
  private @Nullable RunningJob job;

  private Stage(Path folder, Closeable atEnd, Cluster cluster) {
    this.folder = folder;
    this.atEnd = atEnd;
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
      ClusterPlan plan = ClusterPlan.in(folder.path().resolve("cluster"));
      return open(folder.path(), folder::close, plan);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /**
   * The same with processes that were planned, whose folder stays.
   *
   * @param plan what the cluster is made of
   */
  public static Stage open(ClusterPlan plan) throws IOException {
    return open(plan.folder(), () -> {}, plan);
  }

  private static Stage open(Path folder, Closeable atEnd, ClusterPlan plan) throws IOException {
    Cluster cluster = Cluster.start(plan.withFlink("web.checkpoints.history", CHECKPOINTS_SHOWN));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()))) {
      TopicPlan.read(Home.current()).createMissing(admin, PREFIX);
      return new Stage(folder, atEnd, cluster);
    } catch (RuntimeException e) {
      cluster.close();
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
  public RunningJob start(String settings) {
    job =
        start("job.yaml", "checkpoints", settings, file -> cluster.submit(file, Optional.empty()));
    return job;
  }

  /**
   * The same of the hand-off, beside the job that scores.
   *
   * @param settings as of that; files that they name are in {@link #folder}
   */
  public RunningJob startHandOff(String settings) {
    return start("hand-off.yaml", "hand-off-checkpoints", settings, cluster::submitHandOff);
  }

  /** Hands a configuration to the cluster, and returns the job's id. */
  private interface Submission {
    String of(Path config) throws IOException;
  }

  private RunningJob start(
      String name, String checkpoints, String settings, Submission submission) {
    Path config = folder.resolve(name);
    String text =
        """
        kafka.bootstrap-servers: %s
        topics.prefix: %s
        checkpoint.dir: '%s'
        source.idle-timeout: 1s
        """
            .formatted(cluster.bootstrap(), PREFIX, folder.resolve(checkpoints).toUri());
    try {
      Files.writeString(config, text + settings);
      String id = submission.of(config);
      cluster.waitUntilRunning(id, START_LIMIT);
      return new RunningJob(cluster, id, folder.resolve("savepoints"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where configurations are, and everything that the cluster writes. */
  public Path folder() {
    return folder;
  }

  private RunningJob job() {
    if (job == null) {
      throw new IllegalStateException("no job was started");
    }
    return job;
  }

  /** What Flink's REST API has under a path of the job, such as {@code /checkpoints}. */
  public JsonNode rest(String path) {
    return new FlinkRest(cluster.rest()).get("/jobs/" + job().id() + path);
  }

  /** How often the job was started again. */
  public long restarts() {
    JsonNode metric = rest("/metrics?get=numRestarts").path(0).path("value");
    if (metric.isMissingNode()) {
      throw CliException.failure("Flink does not tell how often the job was restarted");
    }
    return metric.asLong();
  }

  /** Names of the TaskManagers that run tasks now; empty while Flink does not answer. */
  public Set<String> busy() {
    return job().busy();
  }

  /**
   * Waits for a checkpoint that begins from now on.
   *
   * @return whether the job went on all the time, so that the checkpoint holds what is so now
   * @throws CliException if that takes longer than the limit
   */
  public boolean checkpoint(Duration limit) {
    return job().checkpoint(limit);
  }

  public boolean isRunning() {
    return job().isRunning();
  }

  /**
   * Waits until the job's own counters are as wanted, and returns them.
   *
   * @throws CliException with the counters if that takes longer than the limit
   */
  public OutcomeTotals await(Duration limit, Predicate<OutcomeTotals> wanted) {
    JobMetrics metrics = new JobMetrics(cluster.rest(), job().id());
    MetricsPulse pulse = new MetricsPulse(new FlinkRest(cluster.rest()));
    OutcomeTotals[] seen = {new OutcomeTotals(Map.of())};
    try {
      cluster.await(
          "the job to take all",
          limit,
          () -> {
            seen[0] = read(metrics);
            boolean done = wanted.test(seen[0]);
            if (!done && pulse.hasStopped()) {
              replaceJobManager();
            }
            return done;
          });
    } catch (CliException late) {
      throw CliException.failure("outcomes so far: " + seen[0].bySource(), late);
    }
    return seen[0];
  }

  /** Another one, to which the job goes over as after any death of the one before. */
  private void replaceJobManager() {
    try {
      cluster.jobManager().restart();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    job().stop();
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
    atEnd.close();
  }
}
