package io.leadpulse.chaos.exactlyonce;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.chaos.agent.AgentJar;
import io.leadpulse.chaos.cluster.Cluster;
import io.leadpulse.chaos.cluster.ClusterPlan;
import io.leadpulse.chaos.cluster.Role;
import io.leadpulse.chaos.workload.Calendar;
import io.leadpulse.chaos.workload.ChaosModel;
import io.leadpulse.cli.model.ModelFile;
import io.leadpulse.cli.model.ReleasePublisher;
import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** A cluster on which the deployable jar runs, with its topics, its model, and the agents. */
final class Stage implements AutoCloseable {
  static final String PREFIX = "chaos.";
  static final String GROUP = "leadpulse-chaos";

  /** A spare one, so that a recovery does not have to wait for a new JVM. */
  private static final int TASK_MANAGERS = 3;

  /** None lives long enough to earn back what the second compiler costs. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  private static final int PARALLELISM = 2;
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final Cluster cluster;
  private final Path traps;
  private final int partitions;
  private final String job;

  private Stage(Cluster cluster, Path traps, int partitions, String job) {
    this.cluster = cluster;
    this.traps = traps;
    this.partitions = partitions;
    this.job = job;
  }

  /** Starts it and returns once the job runs. */
  static Stage start(Settings settings, PrintWriter err) throws IOException {
    Path traps = Files.createDirectories(settings.folder().resolve("traps"));
    String agent = AgentJar.option(traps, settings.breakages());
    ClusterPlan plan =
        ClusterPlan.in(settings.folder())
            .withTaskManagers(TASK_MANAGERS, 1)
            // Flink's 10 s are not enough while other processes of a busy machine start as well.
            .withFlink("pekko.startup-timeout", "60 s")
            .withJvm(Role.TASK_MANAGER, SHORT_LIVED, agent)
            .withJvm(Role.JOB_MANAGER, SHORT_LIVED, agent)
            .withJvm(Role.BROKER, SHORT_LIVED, agent)
            .withJvm(Role.ZOOKEEPER, SHORT_LIVED);
    Cluster cluster = Cluster.start(plan);
    try {
      int partitions = createTopics(cluster);
      publishModel(cluster, err);
      String job = cluster.submit(writeConfig(cluster, settings), Optional.empty());
      cluster.waitUntilRunning(job, START_LIMIT);
      return new Stage(cluster, traps, partitions, job);
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
    return traps;
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
    FlinkRest rest = new FlinkRest(cluster.rest());
    Set<String> names = new HashSet<>();
    try {
      for (JsonNode vertex : rest.get("/jobs/" + job).path("vertices")) {
        String page = "/jobs/" + job + "/vertices/" + vertex.path("id").asText();
        for (JsonNode subtask : rest.get(page).path("subtasks")) {
          names.add(subtask.path("taskmanager-id").asText());
        }
      }
    } catch (CliException away) {
      return Set.of();
    }
    return names;
  }

  @Override
  public void close() {
    cluster.close();
  }
}
