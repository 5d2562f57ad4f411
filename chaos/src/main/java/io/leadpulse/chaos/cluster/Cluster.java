package io.leadpulse.chaos.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.leadpulse.cli.remote.FlinkCluster;
import io.leadpulse.cli.remote.JobJar;
import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.PlannedJob;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.jobs.config.BadConfigException;
import io.leadpulse.jobs.config.HandOffConfig;
import io.leadpulse.jobs.config.JobConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker, a ZooKeeper, a JobManager and TaskManagers as processes of this machine, on
 * loopback ports that they keep over restarts. All of them die with this process.
 */
public final class Cluster implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration SAVEPOINT_LIMIT = Duration.ofSeconds(120);

  private final ClusterPlan plan;
  private final ClusterPorts ports;
  private final Home home;
  private final Undertaker undertaker;
  private final Thread atExit;
  private final List<ManagedProcess> all = new ArrayList<>();
  private final List<ManagedProcess> taskManagers = new ArrayList<>();
  private @Nullable ManagedProcess zooKeeper;
  private @Nullable ManagedProcess broker;
  private @Nullable ManagedProcess jobManager;

  private Cluster(ClusterPlan plan, ClusterPorts ports, Home home) throws IOException {
    this.plan = plan;
    this.ports = ports;
    this.home = home;
    undertaker = Undertaker.start();
    atExit = new Thread(undertaker::close, "undertaker");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Starts all processes and returns once the broker answers and Flink has all its slots, usually
   * within 15 s.
   *
   * @throws CliException if the folder holds a cluster already: a job found in there would look for
   *     the ports of that one
   */
  public static Cluster start(ClusterPlan plan) throws IOException {
    if (Files.exists(plan.folder().resolve("conf"))) {
      throw CliException.failure(plan.folder() + " holds a cluster already; name a new folder");
    }
    Cluster cluster = new Cluster(plan, ClusterPorts.choose(), Home.current());
    try {
      cluster.startProcesses();
      cluster.await("Flink's slots", START_LIMIT, cluster::hasAllSlots);
      cluster.await("the broker", START_LIMIT, () -> Port.accepts(cluster.ports.broker()));
      return cluster;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private void startProcesses() throws IOException {
    CommandLines commands = new CommandLines(plan, ports, home);
    commands.prepare();
    if (plan.highAvailability()) {
      zooKeeper = launch("zookeeper", commands.zooKeeper());
    }
    broker = launch("broker", commands.broker());
    jobManager = launch("jobmanager", commands.jobManager());
    for (int i = 1; i <= plan.taskManagers(); i++) {
      String name = "taskmanager-" + i;
      taskManagers.add(launch(name, commands.taskManager(name)));
    }
  }

  private ManagedProcess launch(String name, List<String> command) throws IOException {
    Path log = plan.folder().resolve("logs").resolve(name + ".log");
    ManagedProcess process = ManagedProcess.start(name, command, log, undertaker);
    all.add(process);
    return process;
  }

  public ManagedProcess broker() {
    return known(broker);
  }

  /** Only of a cluster that is highly available. */
  public ManagedProcess zooKeeper() {
    return known(zooKeeper);
  }

  public ManagedProcess jobManager() {
    return known(jobManager);
  }

  /** In the order of their names, {@code taskmanager-1} first. */
  public List<ManagedProcess> taskManagers() {
    return List.copyOf(taskManagers);
  }

  /** All processes, in the order of their start. */
  public List<ManagedProcess> processes() {
    return List.copyOf(all);
  }

  /** Address of the broker, {@code host:port}; the same after a restart. */
  public String bootstrap() {
    return ports.bootstrap();
  }

  /** Flink's REST API and web page; the same after a restart. */
  public URI rest() {
    return URI.create("http://" + restAddress());
  }

  /** The same as {@code host:port}. */
  public String restAddress() {
    return ClusterPorts.HOST + ":" + ports.rest();
  }

  public Path folder() {
    return plan.folder();
  }

  /**
   * Submits the deployable jar with the scoring job's configuration.
   *
   * @param state URI of a savepoint or checkpoint to go on from
   * @return the job's id
   */
  public String submit(Path config, Optional<String> state) throws IOException {
    try {
      return submit(PlannedJob.scoring(JobConfig.read(config)), state);
    } catch (BadConfigException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Submits the deployable jar with the hand-off's configuration.
   *
   * @return the job's id
   */
  public String submitHandOff(Path config) throws IOException {
    try {
      return submit(PlannedJob.handOff(HandOffConfig.read(config)), Optional.empty());
    } catch (BadConfigException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private String submit(PlannedJob job, Optional<String> state) {
    try (FlinkCluster flink = FlinkCluster.at(restAddress())) {
      return flink.submit(job, JobJar.find(home, null), state.orElse(null)).id();
    }
  }

  /**
   * Ends a job with a savepoint.
   *
   * @return its URI
   */
  public String stopWithSavepoint(String job, Path folder) {
    try (FlinkCluster flink = FlinkCluster.at(restAddress())) {
      return flink.job(job).stopWithSavepoint(folder.toUri().toString(), SAVEPOINT_LIMIT);
    }
  }

  /** Ends a job as if its input had ended, so that a replay judges every lead once more. */
  public void drain(String job, Path savepoints) {
    try (FlinkCluster flink = FlinkCluster.at(restAddress())) {
      flink.job(job).drain(savepoints.toUri().toString(), SAVEPOINT_LIMIT);
    }
  }

  public void cancel(String job) {
    try (FlinkCluster flink = FlinkCluster.at(restAddress())) {
      flink.job(job).cancel();
    }
  }

  /** In Flink's words, such as {@code RUNNING}; {@code UNKNOWN} while Flink does not answer. */
  public String status(String job) {
    return job(job, "").path("state").asText("UNKNOWN");
  }

  /**
   * What the REST API tells of the job's checkpoints; missing while Flink does not answer. Look for
   * {@code counts}, {@code latest.completed}, {@code latest.restored} and {@code history}.
   */
  public JsonNode checkpoints(String job) {
    return job(job, "/checkpoints");
  }

  /**
   * Whether all tasks of a job run; a job that restarts is {@code RUNNING} before its tasks are.
   */
  public boolean isRunning(String job) {
    JsonNode tasks = job(job, "").path("vertices");
    if (tasks.isEmpty()) {
      return false;
    }
    for (JsonNode task : tasks) {
      if (!task.path("status").asText().equals("RUNNING")) {
        return false;
      }
    }
    return true;
  }

  /** Names of the TaskManagers that run tasks of a job; empty while Flink does not answer. */
  public Set<String> busy(String job) {
    Set<String> names = new HashSet<>();
    for (JsonNode vertex : job(job, "").path("vertices")) {
      String page = "/vertices/" + vertex.path("id").asText();
      for (JsonNode subtask : job(job, page).path("subtasks")) {
        names.add(subtask.path("taskmanager-id").asText());
      }
    }
    return names;
  }

  /** Waits until all tasks of a job run. */
  public void waitUntilRunning(String job, Duration limit) {
    await("job " + job, limit, () -> isRunning(job));
  }

  /**
   * Waits for something that this cluster will bring about.
   *
   * @param what is waited for, for the message
   * @throws CliException if it takes longer; the message has the last words of all processes
   */
  public void await(String what, Duration limit, BooleanSupplier condition) {
    if (!Patience.holds(limit, condition)) {
      throw CliException.failure(
          "waited %d s for %s%n%s".formatted(limit.toSeconds(), what, lastWords()));
    }
  }

  private JsonNode job(String job, String page) {
    try {
      return new FlinkRest(rest()).get("/jobs/" + job + page);
    } catch (CliException away) {
      return MissingNode.getInstance();
    }
  }

  private boolean hasAllSlots() {
    try {
      JsonNode overview = new FlinkRest(rest()).get("/overview");
      return overview.path("slots-total").asInt() == plan.taskManagers() * plan.slots();
    } catch (CliException away) {
      return false;
    }
  }

  private String lastWords() {
    StringBuilder words = new StringBuilder();
    for (ManagedProcess process : all) {
      words
          .append("--- %s, %s%n".formatted(process.name(), process.isAlive() ? "alive" : "dead"))
          .append(process.lastWords(15))
          .append('\n');
    }
    return words.toString();
  }

  /** Kills all processes; their folder stays. */
  @Override
  public void close() {
    undertaker.close();
    all.forEach(ManagedProcess::kill);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException ending) {
      // The hook runs already, and has nothing left to do.
    }
  }

  private static ManagedProcess known(@Nullable ManagedProcess process) {
    if (process == null) {
      throw new IllegalStateException("the cluster has no such process");
    }
    return process;
  }
}
