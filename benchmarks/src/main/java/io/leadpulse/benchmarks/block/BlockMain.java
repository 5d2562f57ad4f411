package io.leadpulse.benchmarks.block;

import io.leadpulse.benchmarks.measure.Usage;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.jobs.config.JobConfig;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * Runs one peer on a fresh Flink in this process and says what it took. After the second mark it
 * goes on to the last event and ends with a savepoint, so that all of its output is there to be
 * checked.
 */
public final class BlockMain {
  /** Begins the names of system properties that are settings of Flink. */
  public static final String FLINK_SETTING = "benchmark.flink.";

  private static final double MIDDLE = 0.5;

  /** As many values as a histogram keeps. */
  private static final int ALL = Integer.MAX_VALUE;

  private BlockMain() {}

  /**
   * Arguments: those of {@link BlockOrder#arguments}. The result is the last line of the output.
   */
  public static void main(String[] args) throws Exception {
    try {
      BlockResult result = run(BlockOrder.of(args));
      JsonLine.print(new PrintWriter(System.out, true, StandardCharsets.UTF_8), result);
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static BlockResult run(BlockOrder order) throws Exception {
    StreamGraph graph = graph(order);
    JobID job = JobID.generate();
    graph.setJobId(job);
    Inputs inputs = Inputs.of(order, () -> taken(order));
    try (MiniCluster flink =
        FlinkProcess.start(order.folder(), order.parallelism(), order.counting())) {
      flink.submitJob(graph).get();
      Span span = order.rescoring() ? Span.ofRescore(order, inputs) : Span.ofEvents(order, inputs);
      Usage usage = span.usage();
      inputs.await(order.allInputs());
      Map<String, Double> checkpoints = Checkpoints.worst(flink, job);
      double disk = DiskUse.ofTables(order.folder().resolve("tmp"));
      String savepoints = order.folder().resolve("savepoint").toUri().toString();
      String savepoint =
          flink.stopWithSavepoint(job, savepoints, false, SavepointFormatType.NATIVE).get();
      Map<String, Double> counters = span.counters();
      counters.put("state_bytes_median", MetricStore.quantile("state-bytes", MIDDLE, ALL));
      counters.put("disk_bytes", disk);
      counters.putAll(checkpoints);
      long restarts = MetricStore.sum("numRestarts");
      Map<String, Long> outcomes = Outcomes.all();
      if (order.counting() && order.peer().isScoring()) {
        counters.put("restore_ms", Restore.millis(flink, graph(order), savepoint));
      }
      return new BlockResult(usage, restarts, outcomes, counters);
    }
  }

  private static StreamGraph graph(BlockOrder order) throws Exception {
    return order.peer().graph(JobConfig.parse("benchmark", order.config()));
  }

  private static long taken(BlockOrder order) {
    return MetricStore.sumOfOperator(order.peer().operator(), "numRecordsIn");
  }
}
