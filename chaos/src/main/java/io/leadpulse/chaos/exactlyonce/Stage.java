package io.leadpulse.chaos.exactlyonce;

import io.leadpulse.chaos.cluster.Cluster;
import io.leadpulse.chaos.cluster.ClusterPlan;
import io.leadpulse.chaos.fault.Fragile;
import io.leadpulse.chaos.workload.Calendar;
import io.leadpulse.chaos.workload.ChaosModel;
import io.leadpulse.cli.model.ModelFile;
import io.leadpulse.cli.model.ReleasePublisher;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.TopicPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** A cluster on which the deployable jar runs, with its topics, its model, and the agents. */
final class Stage implements AutoCloseable {
  static final String PREFIX = "chaos.";
  static final String GROUP = "leadpulse-chaos";

  private static final int PARALLELISM = 2;
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final Cluster cluster;
  private final int partitions;
  private final String job;

  private Stage(Cluster cluster, int partitions, String job) {
    this.cluster = cluster;
    this.partitions = partitions;
    this.job = job;
  }

  /** Starts it and returns once the job runs. */
  static Stage start(Settings settings, PrintWriter err) throws IOException {
    ClusterPlan plan = Fragile.plan(settings.folder(), settings.breakages());
    Cluster cluster = Cluster.start(plan);
    try {
      int partitions = createTopics(cluster);
      publishModel(cluster, err);
      String job = cluster.submit(writeConfig(cluster, settings), Optional.empty());
      cluster.waitUntilRunning(job, START_LIMIT);
      return new Stage(cluster, partitions, job);
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private static int createTopics(Cluster cluster) {
    TopicPlan topics = TopicPlan.read(Home.current());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()))) {
      topics.createMissing(admin, PREFIX);
    }
    return topics.topics().stream()
        .filter(topic -> topic.name().equals("web-access.v1"))
        .findFirst()
        .orElseThrow()
        .partitions();
  }

  private static void publishModel(Cluster cluster, PrintWriter err) {
    ModelFile model = ModelFile.read(ChaosModel.writeTo(cluster.folder()), err);
    new ReleasePublisher(cluster.bootstrap(), PREFIX, Clock.systemUTC())
        .publish(model, 1L, Duration.ZERO);
  }

  private static Path writeConfig(Cluster cluster, Settings settings) throws IOException {
    return Files.writeString(
        cluster.folder().resolve("lead-scoring.yaml"),
        """
        kafka: { bootstrap-servers: '%s', group-id: %s }
        topics.prefix: %s
        time: { mode: replay, out-of-orderness: %dh, until: '%s' }
        source.idle-timeout: 2s
        checkpoint: { interval: 1s, timeout: 20s }
        transaction.timeout: 5m
        restart: { delay: 100ms, max-delay: 500ms }
        parallelism: %d
        %s
        """
            .formatted(
                cluster.bootstrap(),
                GROUP,
                PREFIX,
                Calendar.OUT_OF_ORDERNESS.toHours(),
                Calendar.END,
                PARALLELISM,
                settings.cacheLeads() == null ? "" : "cache.leads: " + settings.cacheLeads()));
  }

  Cluster cluster() {
    return cluster;
  }

  /** Where points are armed. */
  Path traps() {
    return Fragile.traps(cluster.folder());
  }

  /** Of each input topic. */
  int partitions() {
    return partitions;
  }

  String job() {
    return job;
  }

  /** Names of the TaskManagers that run tasks; empty while Flink does not answer. */
  Set<String> busy() {
    return cluster.busy(job);
  }

  @Override
  public void close() {
    cluster.close();
  }
}
