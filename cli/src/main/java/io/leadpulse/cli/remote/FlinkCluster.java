package io.leadpulse.cli.remote;

import io.leadpulse.cli.stack.Answer;
import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.stack.PlannedJob;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.schemas.registry.RegistryException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.fs.Path;
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

  /** Its own setting of a key; null without. */
  public @Nullable String setting(String key) {
    return settings.get(key);
  }

  /** The parallelism of jobs that do not say theirs. */
  public int defaultParallelism() {
    return Integer.parseInt(settings.getOrDefault("parallelism.default", "1"));
  }

  /**
   * Sends a job together with the jar that holds it.
   *
   * @param job whose configuration says the parallelism
   * @param state URI of a savepoint or checkpoint to go on from, which stays its owner's; null to
   *     begin anew
   * @throws CliException if a schema registry is configured and does not have what the job needs
   */
  public RemoteJob submit(PlannedJob job, JobJar jar, @Nullable String state) {
    JobID id = JobID.generate();
    JobGraph graph = graph(job, id);
    graph.addJar(new Path(jar.file().toUri()));
    if (state != null) {
      graph.setSavepointRestoreSettings(
          SavepointRestoreSettings.forPath(
              state, /* allowNonRestoredState= */ false, RecoveryClaimMode.NO_CLAIM));
    }
    Answer.of(client.submitJob(graph), "the job's submission", SUBMIT_LIMIT);
    return new RemoteJob(rest, client, id);
  }

  private static JobGraph graph(PlannedJob job, JobID id) {
    try {
      return job.graph().getJobGraph(FlinkCluster.class.getClassLoader(), id);
    } catch (RegistryException e) {
      throw CliException.failure(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * A job of this cluster.
   *
   * @throws CliException if the id is none, or the cluster has no such job
   */
  public RemoteJob job(String id) {
    try {
      RemoteJob job = new RemoteJob(rest, client, JobID.fromHexString(id));
      if (job.status().isEmpty()) {
        throw CliException.failure("the cluster at %s has no job %s".formatted(rest, id));
      }
      return job;
    } catch (IllegalArgumentException e) {
      throw new CliException(
          ExitCode.USAGE, "'%s' is no id of a job: 32 hexadecimal digits".formatted(id), e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private static URI uri(String address) {
    URI uri = parsed("http://" + address);
    if (uri == null || uri.getHost() == null || uri.getPort() < 0) {
      throw new CliException(
          ExitCode.USAGE, "'%s' is no address such as 127.0.0.1:8081".formatted(address));
    }
    return uri;
  }

  private static @Nullable URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
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
}
