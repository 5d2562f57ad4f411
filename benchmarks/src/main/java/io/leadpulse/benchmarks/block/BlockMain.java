package io.leadpulse.benchmarks.block;

import io.leadpulse.benchmarks.measure.Mark;
import io.leadpulse.benchmarks.measure.Usage;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.jobs.config.JobConfig;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * Runs one peer on a fresh Flink in this process and says what it took. After the second mark it
 * goes on to the last event and ends with a savepoint, so that all of its output is there to be
 * checked.
 */
public final class BlockMain {
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

  private final BlockOrder order;
  private final Taken taken;

  private BlockMain(BlockOrder order, Taken taken) {
    this.order = order;
    this.taken = taken;
  }

  /**
   * Arguments: those of {@link BlockOrder#arguments}. The result is the last line of the output.
   */
  public static void main(String[] args) throws Exception {
    try {
      BlockOrder order = BlockOrder.of(args);
      BlockResult result = new BlockMain(order, Taken.over(order.taken())).run();
      JsonLine.print(new PrintWriter(System.out, true, StandardCharsets.UTF_8), result);
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private BlockResult run() throws Exception {
    StreamGraph graph = order.peer().graph(JobConfig.parse("benchmark", order.config()));
    JobID job = JobID.generate();
    graph.setJobId(job);
    try (MiniCluster flink = FlinkProcess.start(order.folder(), order.counting())) {
      flink.submitJob(graph).get();
      Mark from = mark(order.from());
      Counters before = Counters.now(order);
      Mark to = mark(order.to());
      Counters after = Counters.now(order);
      Usage usage = Usage.between(from, to, TaskThreads.names());
      await(order.all() + order.peer().inputsBesideEvents());
      String savepoint = order.folder().resolve("savepoint").toUri().toString();
      long onDisk = DiskUse.ofTables(order.folder().resolve("tmp"));
      flink.stopWithSavepoint(job, savepoint, false, SavepointFormatType.NATIVE).get();
      Map<String, Double> counters = after.since(before, usage.events());
      counters.put("state_bytes_median", MetricStore.median("state-bytes"));
      counters.put("disk_bytes", (double) onDisk);
      return new BlockResult(usage, MetricStore.sum("numRestarts"), Outcomes.all(), counters);
    }
  }

  private Mark mark(long inputs) {
    return Mark.now(await(inputs), order.broker());
  }

  /** Waits until so many inputs were taken; returns how many it were by then. */
  private long await(long inputs) {
    long end = System.nanoTime() + LIMIT.toNanos();
    long now = inputs();
    while (now < inputs) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("%d inputs of %d taken".formatted(now, inputs));
      }
      taken.set(now);
      LockSupport.parkNanos(PAUSE_NANOS);
      now = inputs();
    }
    taken.set(now);
    return now;
  }

  private long inputs() {
    Counter counter = MetricStore.counter(order.peer().operator(), "numRecordsIn");
    return counter == null ? 0 : counter.getCount();
  }
}
