package io.leadpulse.benchmarks.streams;

import io.leadpulse.benchmarks.block.BlockOrder;
import io.leadpulse.benchmarks.block.BlockResult;
import io.leadpulse.benchmarks.block.DiskUse;
import io.leadpulse.benchmarks.block.Inputs;
import io.leadpulse.benchmarks.block.Threads;
import io.leadpulse.benchmarks.measure.Mark;
import io.leadpulse.benchmarks.measure.Usage;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.jobs.config.JobConfig;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;

/** Runs a block of Kafka Streams in this process and says what it took. */
final class StreamsMain {
  private static final Duration CLOSING = Duration.ofMinutes(2);

  private StreamsMain() {}

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
    JobConfig config = JobConfig.parse("benchmark", order.config());
    Counts counts = new Counts();
    Inputs inputs = Inputs.of(order, counts::inputs);
    StreamsSettings settings = new StreamsSettings(config, order);
    try (KafkaStreams streams =
        new KafkaStreams(new ScoreTopology(config, counts).build(), settings.properties())) {
      streams.start();
      Mark from = inputs.mark(order.from());
      Map<String, Long> before = counts.totals();
      Mark to = inputs.mark(order.to());
      Map<String, Long> after = counts.totals();
      Usage usage = Usage.between(from, to, Threads.named("-StreamThread-"));
      inputs.await(order.all());
      double disk = DiskUse.ofTables(settings.stateFolder());
      streams.close(CLOSING);
      Map<String, Double> counters = usage.perEvent(before, after);
      counters.put("disk_bytes", disk);
      return new BlockResult(usage, 0, counts.outcomes(), counters);
    }
  }
}
