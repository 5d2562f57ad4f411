package io.leadpulse.benchmarks.run;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.benchmarks.block.BlockMain;
import io.leadpulse.benchmarks.block.BlockOrder;
import io.leadpulse.benchmarks.block.BlockResult;
import io.leadpulse.benchmarks.block.Taken;
import io.leadpulse.benchmarks.measure.Block;
import io.leadpulse.benchmarks.measure.Figures;
import io.leadpulse.benchmarks.peer.Peer;
import io.leadpulse.benchmarks.traffic.BenchmarkModel;
import io.leadpulse.benchmarks.traffic.Trace;
import io.leadpulse.benchmarks.traffic.Traffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Runs one block after the other, each on topics of its own that are removed at its end. */
final class BlockRunner {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /**
   * The same for every peer: the collector that takes least CPU, and a heap that does not grow,
   * which costs none of them anything.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:-UseG1GC",
          "-XX:+UseParallelGC",
          "-Xms2g",
          "-Xmx2g",
          "-XX:-UseDynamicNumberOfCompilerThreads");

  /** Default settings of the job; what is named here has to be, or differs for each block. */
  private static final String CONFIG =
      """
      kafka: { bootstrap-servers: '%s', group-id: '%s' }
      topics.prefix: %s
      checkpoint: { dir: '%s', interval: %s }
      score.tolerance: %s
      parallelism: %d
      """;

  private static final String DISK = "disk_bytes";
  private static final int SECOND_VERSION = 2;

  private final RunSettings settings;
  private final Broker broker;
  private final Path folder;
  private final Map<Load, Prepared> prepared = new HashMap<>();
  private int started;

  /**
   * A load that is written down, and what is expected of who bears it.
   *
   * @param signalsInspected per event, by who scores it
   */
  private record Prepared(Trace trace, Checker checker, double signalsInspected) {}

  BlockRunner(RunSettings settings, Broker broker, Path folder) {
    this.settings = settings;
    this.broker = broker;
    this.folder = folder;
  }

  /** The traffic of a load; written at the first call. */
  Trace trace(Load load) {
    return prepared.computeIfAbsent(load, this::prepare).trace();
  }

  private Prepared prepare(Load load) {
    try {
      Path file = folder.resolve("trace-" + load.name());
      Trace trace = Trace.write(new Traffic(load.traffic()), file);
      double inspected = new Inspections(load).perEvent(trace, first(load));
      return new Prepared(trace, new Checker(trace), inspected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param counting whether accesses to state are counted, so that the times are worth nothing
   */
  Block run(Candidate candidate, boolean counting, Sending sending) {
    String prefix = "b" + started++ + '.';
    broker.install(prefix, candidate.load().model());
    try {
      return run(candidate, order(candidate, prefix, counting), prefix, sending);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      broker.remove(prefix);
    }
  }

  private Block run(Candidate candidate, BlockOrder order, String prefix, Sending sending)
      throws IOException {
    Peer peer = candidate.peer();
    Prepared load = prepared.computeIfAbsent(candidate.load(), this::prepare);
    try (JavaProcess process =
            peer.isOnStreams() ? StreamsProcess.start(order, OPTIONS) : flink(order);
        Sender sender = new Sender(broker, load.trace(), prefix)) {
      BooleanSupplier goesOn = process.process()::isAlive;
      Taken taken = Taken.over(order.taken());
      Feeder feeder = new Feeder(sender, taken, settings.backlog(), goesOn);
      sending.send(order, sender, feeder, goesOn);
      if (order.rescoring()) {
        feeder.awaitAllTaken();
        broker.publish(prefix, BenchmarkModel.another(candidate.load().model()), SECOND_VERSION);
      }
      process.await();
      sending.ended();
      BlockResult result = JSON.readValue(process.lastLine(), BlockResult.class);
      return new Block(
          candidate.name(),
          result.usage(),
          result.restarts(),
          feeder.dry(),
          counters(candidate, result, load.signalsInspected()),
          load.checker().check(peer, result, broker, prefix));
    }
  }

  private static Map<String, Double> counters(
      Candidate candidate, BlockResult result, double signalsInspected) {
    Map<String, Double> all = new TreeMap<>(result.counters());
    double disk = all.getOrDefault(DISK, 0.0) / candidate.load().traffic().audience().leads();
    all.remove(DISK);
    all.put(DISK + "_per_lead", Figures.rounded(disk));
    if (candidate.peer().isScoring()) {
      all.put("signals_inspected", signalsInspected);
    }
    return all;
  }

  private JavaProcess flink(BlockOrder order) {
    List<String> options = new ArrayList<>(OPTIONS);
    settings
        .flink()
        .forEach((key, value) -> options.add("-D" + BlockMain.FLINK_SETTING + key + '=' + value));
    return JavaProcess.start(BlockMain.class.getName(), options, order.arguments(), order.folder());
  }

  private BlockOrder order(Candidate candidate, String prefix, boolean counting)
      throws IOException {
    Path work = Files.createDirectories(folder.resolve(prefix + candidate.name()));
    String config =
        CONFIG.formatted(
            broker.bootstrap(),
            "benchmark-" + prefix,
            prefix,
            work.resolve("cp").toUri(),
            settings.checkpointInterval(),
            settings.tolerance(),
            settings.parallelism());
    long from = first(candidate.load());
    return new BlockOrder(
        candidate.peer(),
        config + settings.workload().config() + candidate.peer().config(),
        work,
        broker.pid(),
        from,
        from + settings.events(),
        trace(candidate.load()).records(),
        settings.parallelism(),
        counting,
        settings.workload().isRescore());
  }

  /** How many records come before the measured ones. */
  private long first(Load load) {
    return load.traffic().audience().leads() + settings.warmUp();
  }
}
