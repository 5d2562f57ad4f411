package io.leadpulse.cli.remote;

import io.leadpulse.cli.stack.Answer;
import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.program.PackagedProgram;
import org.apache.flink.client.program.PackagedProgramUtils;
import org.apache.flink.client.program.ProgramInvocationException;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.jspecify.annotations.Nullable;

/**
 * A Flink cluster that runs elsewhere, in session mode, through its REST API. Jobs are submitted
 * the way that stays open when {@code web.submit.enable} is false.
 */
public final class FlinkCluster implements AutoCloseable {
  private static final Duration SUBMIT_LIMIT = Duration.ofSeconds(120);

  private final URI rest;
  private final Map<String, String> settings;
  private final RestClusterClient<String> client;

  private FlinkCluster(URI rest, Map<String, String> settings, RestClusterClient<String> client) {
    this.rest = rest;
    this.settings = settings;
    this.client = client;
  }

  /**
   * The cluster at an address; it answered just now.
   *
   * @param address {@code HOST:PORT} of its REST API
   * @throws CliException if it is no address, or none answers there
   */
  public static FlinkCluster at(String address) {
    URI rest = uri(address);
    Map<String, String> settings = settings(rest, address);
    Configuration configuration = new Configuration();
    configuration.setString("rest.address", rest.getHost());
    configuration.setString("rest.port", Integer.toString(rest.getPort()));
    try {
      return new FlinkCluster(rest, settings, new RestClusterClient<>(configuration, "standalone"));
    } catch (Exception e) {
      throw CliException.failure("no client for the cluster at " + address, e);
    }
  }

  /** Its REST API and web page. */
  public URI rest() {
    return rest;
  }

  /** Its own setting of a key; null without. */
  public @Nullable String setting(String key) {
    return settings.get(key);
  }

  /**
   * Runs the main method of a jar here, as {@code flink run} does, and sends what it builds
   * together with the jar.
   *
   * @param config for the job; has been found valid
   * @param state URI of a savepoint or checkpoint to go on from, which stays its owner's; null to
   *     begin anew
   */
  public JobID submit(Path jar, Path config, @Nullable String state) {
    JobID id = JobID.generate();
    SavepointRestoreSettings restore =
        state == null
            ? SavepointRestoreSettings.none()
            : SavepointRestoreSettings.forPath(state, /* allowNonRestoredState= */ false);
    try (PackagedProgram program =
        PackagedProgram.newBuilder()
            .setJarFile(jar.toFile())
            .setArguments("--config", config.toString())
            .setConfiguration(classLoading())
            .setSavepointRestoreSettings(restore)
            .build()) {
      JobGraph graph =
          PackagedProgramUtils.createJobGraph(
              program, defaults(), parallelism(), id, /* suppressOutput= */ false);
      return Answer.of(client.submitJob(graph), "the job's submission", SUBMIT_LIMIT);
    } catch (ProgramInvocationException e) {
      throw CliException.failure("%s makes no job: %s".formatted(jar, rootCause(e)), e);
    }
  }

  public JobStatus status(JobID job) {
    return Answer.of(client.getJobStatus(job), "the job's status");
  }

  /**
   * Ends a job with a savepoint: what it has read is published, and it can go on from there.
   *
   * @param savepoints a folder as the cluster sees it; null for the one of its configuration
   * @return where the savepoint is
   */
  public String stopWithSavepoint(JobID job, @Nullable String savepoints, Duration limit) {
    return stop(job, /* drain= */ false, savepoints, limit);
  }

  /**
   * Ends a job for good: it takes what it has read for the end of its input. A replay judges every
   * lead once more. Nothing can sensibly go on from the savepoint.
   *
   * @param savepoints as in {@link #stopWithSavepoint}
   */
  public String drain(JobID job, @Nullable String savepoints, Duration limit) {
    return stop(job, /* drain= */ true, savepoints, limit);
  }

  private String stop(JobID job, boolean drain, @Nullable String savepoints, Duration limit) {
    return Answer.of(
        client.stopWithSavepoint(job, drain, savepoints, SavepointFormatType.CANONICAL),
        "the job's end",
        limit);
  }

  /** Ends a job at once; it can go on from its last checkpoint. */
  public void cancel(JobID job) {
    Answer.of(client.cancel(job), "the job's end");
  }

  @Override
  public void close() {
    client.close();
  }

  /**
   * The job's classes are these ones. Flink takes its own and the connector's from here anyway, and
   * Kafka's from the jar would not fit them.
   */
  private static Configuration classLoading() {
    return Configuration.fromMap(Map.of("classloader.resolve-order", "parent-first"));
  }

  /** What a job that does not say otherwise takes from its cluster. */
  private Configuration defaults() {
    Map<String, String> defaults = new HashMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith("execution.checkpointing.")) {
            defaults.put(key, value);
          }
        });
    return Configuration.fromMap(defaults);
  }

  private int parallelism() {
    return Integer.parseInt(settings.getOrDefault("parallelism.default", "1"));
  }

  private static URI uri(String address) {
    URI uri = URI.create("http://" + address);
    if (uri.getHost() == null || uri.getPort() < 0) {
      throw new CliException(
          ExitCode.USAGE, "'%s' is no address such as 127.0.0.1:8081".formatted(address));
    }
    return uri;
  }

  /** Proves at the same time that what answers is a Flink. */
  private static Map<String, String> settings(URI rest, String address) {
    Map<String, String> settings = new HashMap<>();
    try {
      new FlinkRest(rest)
          .get("/jobmanager/config")
          .forEach(entry -> settings.put(entry.path("key").asText(), entry.path("value").asText()));
    } catch (CliException e) {
      throw CliException.failure("no Flink cluster answers at " + address, e);
    }
    return settings;
  }

  private static Throwable rootCause(Throwable failure) {
    return failure.getCause() == null ? failure : rootCause(failure.getCause());
  }
}
