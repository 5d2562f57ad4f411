package io.leadpulse.benchmarks.baseline;

import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.jobs.config.JobConfig;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * Runs one pipeline on a fresh Flink in this process and says what it took; the process of a {@link
 * Block}.
 */
final class BlockMain {
  private static final Duration LIMIT = Duration.ofMinutes(20);

  /** Default settings of the job; what is named here has to be, or differs for each block. */
  private static final String CONFIG =
      """
      kafka: { bootstrap-servers: '%s', group-id: '%s' }
      topics.prefix: %s
      checkpoint.dir: '%s'
      parallelism: 1
      """;

  private BlockMain() {}

  /** Arguments: pipeline, bootstrap servers, prefix, folder, warm-up, events. */
  public static void main(String[] args) throws Exception {
    try {
      Block block =
          run(
              Pipeline.valueOf(args[0]),
              config(args[1], args[2], Path.of(args[3])),
              Path.of(args[3]),
              Long.parseLong(args[4]),
              Long.parseLong(args[5]));
      JsonLine.print(new PrintWriter(System.out, true, StandardCharsets.UTF_8), block);
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static JobConfig config(String bootstrap, String prefix, Path folder) throws Exception {
    String group = "benchmark-" + folder.getFileName();
    return JobConfig.parse(
        "benchmark", CONFIG.formatted(bootstrap, group, prefix, folder.resolve("cp").toUri()));
  }

  private static Block run(
      Pipeline pipeline, JobConfig config, Path folder, long warmUp, long events) throws Exception {
    StreamGraph graph = pipeline.graph(config);
    graph.setJobId(JobID.generate());
    try (MiniCluster flink = flink(folder)) {
      flink.start();
      flink.submitJob(graph).get();
      Mark from = Mark.now(CountReporter.await(pipeline.operator(), warmUp, LIMIT));
      Mark to = Mark.now(CountReporter.await(pipeline.operator(), from.inputs() + events, LIMIT));
      return Block.of(pipeline, from, to);
    }
  }

  private static MiniCluster flink(Path folder) {
    Configuration c = new Configuration();
    c.setString("rest.address", "127.0.0.1");
    c.setString("rest.bind-address", "127.0.0.1");
    c.setString("rest.bind-port", "0");
    c.setString("jobmanager.rpc.address", "127.0.0.1");
    c.setString("taskmanager.host", "127.0.0.1");
    c.setString("web.submit.enable", "false");
    c.setString("io.tmp.dirs", folder.resolve("tmp").toString());
    // What a slot has by Flink's defaults of a process of 1.7 GB.
    c.setString("taskmanager.memory.managed.size", "512m");
    c.setString(
        "metrics.reporter." + CountReporter.NAME + ".factory.class",
        CountReporterFactory.class.getName());
    return new MiniCluster(
        new MiniClusterConfiguration.Builder()
            .setConfiguration(c)
            .setNumTaskManagers(1)
            .setNumSlotsPerTaskManager(1)
            .setRpcServiceSharing(RpcServiceSharing.SHARED)
            .build());
  }
}
