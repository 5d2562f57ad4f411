package io.leadpulse.chaos.rescale;

import io.leadpulse.chaos.cluster.Cluster;
import io.leadpulse.chaos.cluster.ClusterPlan;
import io.leadpulse.chaos.cluster.Role;
import io.leadpulse.chaos.workload.Calendar;
import io.leadpulse.chaos.workload.ChaosModel;
import io.leadpulse.chaos.workload.Feed;
import io.leadpulse.chaos.workload.Taken;
import io.leadpulse.chaos.workload.Workload;
import io.leadpulse.cli.model.ModelFile;
import io.leadpulse.cli.model.ReleasePublisher;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** A cluster of one Java, with the whole input in its topics. */
final class Stage implements AutoCloseable {
  private static final String PREFIX = "rescale.";
  private static final int SLOTS = 8;

  /** None lives long enough to earn back what the second compiler costs. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration START_LIMIT = Duration.ofSeconds(120);

  private final Cluster cluster;
  private final ScoreTopic scores;
  private final long records;
  private int runs;

  private Stage(Cluster cluster, long records) {
    this.cluster = cluster;
    this.records = records;
    scores = new ScoreTopic(cluster.bootstrap(), PREFIX);
  }

  static Stage start(Jdk jdk, Path folder, Workload workload, PrintWriter err) throws IOException {
    Cluster cluster =
        Cluster.start(
            ClusterPlan.in(folder)
                .withTaskManagers(1, SLOTS)
                .withoutHighAvailability()
                // Each submission brings its own classes; those of the jobs before it go slowly.
                .withFlink("taskmanager.memory.jvm-metaspace.size", "768m")
                .withFlink("pekko.startup-timeout", "60 s")
                .withJvm(Role.TASK_MANAGER, SHORT_LIVED)
                .withJvm(Role.JOB_MANAGER, SHORT_LIVED)
                .withJvm(Role.BROKER, SHORT_LIVED)
                .withJava(jdk.java()));
    try {
      TopicPlan topics = TopicPlan.read(Home.current());
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()))) {
        topics.createMissing(admin, PREFIX);
      }
      ModelFile model = ModelFile.read(ChaosModel.writeTo(cluster.folder()), err);
      new ReleasePublisher(cluster.bootstrap(), PREFIX, Clock.systemUTC())
          .publish(model, 1L, Duration.ZERO);
      feed(cluster, partitions(topics), workload);
      return new Stage(cluster, workload.entries().size());
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private static int partitions(TopicPlan topics) {
    return topics.topics().stream()
        .filter(topic -> topic.name().equals("web-access.v1"))
        .findFirst()
        .orElseThrow()
        .partitions();
  }

  private static void feed(Cluster cluster, int partitions, Workload workload) {
    try (Feed feed = new Feed(cluster.bootstrap(), PREFIX, partitions)) {
      workload.entries().forEach(feed::send);
      feed.flush();
    }
  }

  /** Final rows of a run from the first record to the last, without a stop. */
  Rows plain(int parallelism) throws IOException {
    begin();
    String job = cluster.submit(config(parallelism, /* bounded= */ true), Optional.empty());
    cluster.await("the run's end", LIMIT, () -> isFinished(job));
    return scores.read();
  }

  private boolean isFinished(String job) {
    String status = cluster.status(job);
    if (status.equals("FAILED")) {
      throw CliException.failure("the job failed; see the logs in " + cluster.folder());
    }
    return status.equals("FINISHED");
  }

  /**
   * Final rows of a run that is stopped with a savepoint and goes on at another parallelism.
   *
   * @param parallelism one after the other; each reads an equal part or a little more
   * @param stoppedAt takes the records read at each stop
   */
  Rows rescaled(List<Integer> parallelism, List<Long> stoppedAt) throws IOException {
    begin();
    Optional<String> savepoint = Optional.empty();
    for (int part = 1; part <= parallelism.size(); part++) {
      Path config = config(parallelism.get(part - 1), /* bounded= */ false);
      String job = cluster.submit(config, savepoint);
      cluster.waitUntilRunning(job, START_LIMIT);
      boolean last = part == parallelism.size();
      awaitRead(records * part / parallelism.size());
      Path folder = cluster.folder().resolve("savepoints");
      if (last) {
        cluster.drain(job, folder);
      } else {
        savepoint = Optional.of(cluster.stopWithSavepoint(job, folder));
        stoppedAt.add(read());
      }
    }
    return scores.read();
  }

  private void awaitRead(long atLeast) {
    try (Taken taken = new Taken(cluster.bootstrap(), group())) {
      cluster.await(atLeast + " records", LIMIT, () -> sum(taken) >= atLeast);
    }
  }

  /** What the savepoint's offsets, which are committed with it, say. */
  private long read() {
    try (Taken taken = new Taken(cluster.bootstrap(), group())) {
      cluster.await("offsets", START_LIMIT, () -> sum(taken) > 0);
      return sum(taken);
    }
  }

  private static long sum(Taken taken) {
    return taken.offsets().values().stream().mapToLong(Long::longValue).sum();
  }

  private void begin() {
    runs++;
    scores.skip();
  }

  private String group() {
    return "leadpulse-rescale-" + runs;
  }

  private Path config(int parallelism, boolean bounded) throws IOException {
    return Files.writeString(
        cluster.folder().resolve("lead-scoring-%d-%d.yaml".formatted(runs, parallelism)),
        """
        kafka: { bootstrap-servers: '%s', group-id: %s }
        topics.prefix: %s
        time: { mode: replay, out-of-orderness: %dh, until: '%s' }
        source: { bounded: %b, idle-timeout: 2s }
        checkpoint: { interval: 1s, timeout: 60s }
        transaction.timeout: 5m
        restart: { delay: 100ms, max-delay: 500ms }
        parallelism: %d
        """
            .formatted(
                cluster.bootstrap(),
                group(),
                PREFIX,
                Calendar.OUT_OF_ORDERNESS.toHours(),
                Calendar.END,
                bounded,
                parallelism));
  }

  @Override
  public void close() {
    scores.close();
    cluster.close();
  }
}
