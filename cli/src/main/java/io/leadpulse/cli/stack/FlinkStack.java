package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/**
 * Flink in this process: one JobManager, one TaskManager, the web page on a loopback port that was
 * free.
 */
public final class FlinkStack implements AutoCloseable {
  /** Below 27.5 MiB a slot RocksDB flushes all the time. */
  private static final int MANAGED_MEBIBYTES_PER_SLOT = 96;

  private static final String LOOPBACK = "127.0.0.1";

  private final MiniCluster cluster;
  private final URI rest;

  private FlinkStack(MiniCluster cluster) {
    this.cluster = cluster;
    rest = Answer.of(cluster.getRestAddress(), "Flink's web address");
  }

  /**
   * Starts it, usually within 3 s.
   *
   * @param folder for working files that nobody needs after the end
   * @param slots the greatest parallelism of a job
   * @param port of the web page; 0 for any that is free
   */
  public static FlinkStack start(Path folder, int slots, int port) {
    return start(folder, slots, port, null);
  }

  /**
   * Starts it, with its metrics to be seen.
   *
   * @param metrics where; null for nowhere
   */
  public static FlinkStack start(
      Path folder, int slots, int port, @Nullable MetricsEndpoint metrics) {
    Configuration configuration = configuration(folder, slots, port);
    if (metrics != null) {
      metrics.addTo(configuration, folder);
    }
    FlinkStack stack = new FlinkStack(start(configuration, slots));
    if (metrics != null) {
      stack.closeUnless(metrics::check);
    }
    return stack;
  }

  private static MiniCluster start(Configuration configuration, int slots) {
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                .build());
    try {
      cluster.start();
    } catch (Exception e) {
      throw CliException.failure("Flink did not start: " + rootCause(e), e);
    }
    return cluster;
  }

  private void closeUnless(Runnable good) {
    try {
      good.run();
    } catch (CliException e) {
      close();
      throw e;
    }
  }

  /** Its REST API and web page. */
  public URI rest() {
    return rest;
  }

  /** Starts a job. The graph must carry a job id. */
  public JobID submit(StreamGraph graph) {
    return Answer.of(cluster.submitJob(graph), "the job's start").getJobID();
  }

  public JobStatus status(JobID job) {
    return Answer.of(cluster.getJobStatus(job), "the job's status");
  }

  /** Completes when the job ended, however it did. */
  public CompletableFuture<JobResult> result(JobID job) {
    return cluster.requestJobResult(job);
  }

  /** Takes a checkpoint now, out of turn. Fails while tasks are still starting. */
  public CompletableFuture<Long> checkpoint(JobID job) {
    return cluster.triggerCheckpoint(job, CheckpointType.CONFIGURED);
  }

  /**
   * Ends a job with a savepoint: what it has read is published, and it can go on from there.
   *
   * @return where the savepoint is
   */
  public String stop(JobID job, Path savepoints, Duration limit) {
    return Answer.of(
        cluster.stopWithSavepoint(
            job, savepoints.toUri().toString(), false, SavepointFormatType.NATIVE),
        "the job's end",
        limit);
  }

  /** Ends a job at once; it can go on from its last checkpoint. */
  public void cancel(JobID job) {
    Answer.of(cluster.cancelJob(job), "the job's end");
    Answer.of(cluster.requestJobResult(job), "the job's end");
  }

  /** Ends Flink with all its jobs. */
  @Override
  public void close() {
    Answer.of(cluster.closeAsync(), "Flink's end");
  }

  private static Throwable rootCause(Throwable failure) {
    return failure.getCause() == null ? failure : rootCause(failure.getCause());
  }

  private static Configuration configuration(Path folder, int slots, int port) {
    Configuration c = new Configuration();
    c.setString("rest.address", LOOPBACK);
    c.setString("rest.bind-address", LOOPBACK);
    c.setString("rest.bind-port", Integer.toString(port));
    c.setString("jobmanager.rpc.address", LOOPBACK);
    c.setString("taskmanager.host", LOOPBACK);
    // The REST API runs code by design; nobody has to upload a jar here.
    c.setString("web.submit.enable", "false");
    c.setString("web.upload.dir", folder.resolve("web").toString());
    c.setString("web.tmpdir", folder.resolve("web").toString());
    c.setString("io.tmp.dirs", folder.resolve("tmp").toString());
    // Of what the REST API tells, nothing is older than about a second.
    c.setString("metrics.fetcher.update-interval", "1000");
    c.setString("rest.cache.execution-graph.timeout", "500 ms");
    c.setString("rest.cache.checkpoint-statistics.timeout", "500 ms");
    c.setString("taskmanager.memory.managed.size", (long) slots * MANAGED_MEBIBYTES_PER_SLOT + "m");
    c.setString("taskmanager.memory.network.min", "64m");
    c.setString("taskmanager.memory.network.max", "64m");
    return c;
  }
}
