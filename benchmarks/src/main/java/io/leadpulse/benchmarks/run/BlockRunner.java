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
import io.leadpulse.benchmarks.peer.Peer;
import io.leadpulse.benchmarks.traffic.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs one block after the other, each on topics of its own that are removed at its end. */
final class BlockRunner {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** The same for every peer; a heap that does not grow costs none of them anything. */
  private static final List<String> OPTIONS =
      List.of("-Xms2g", "-Xmx2g", "-XX:-UseDynamicNumberOfCompilerThreads");

  /** Default settings of the job; what is named here has to be, or differs for each block. */
  private static final String CONFIG =
      """
      kafka: { bootstrap-servers: '%s', group-id: '%s' }
      topics.prefix: %s
      checkpoint: { dir: '%s', interval: %s }
      score.tolerance: %s
      parallelism: 1
      """;

  private final RunSettings settings;
  private final Broker broker;
  private final Trace trace;
  private final Checker checker;
  private final Path folder;
  private final String model;
  private int started;

  /**
   * @param model text of the scoring model
   */
  BlockRunner(RunSettings settings, Broker broker, Trace trace, Path folder, String model) {
    this.settings = settings;
    this.broker = broker;
    this.trace = trace;
    this.folder = folder;
    this.model = model;
    checker = new Checker(trace);
  }

  /**
   * @param counting whether accesses to state are counted, so that the times are worth nothing
   */
  Block run(Peer peer, boolean counting) {
    String prefix = "b" + started++ + '.';
    broker.install(prefix, model);
    try {
      return run(order(peer, prefix, counting), prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      broker.remove(prefix);
    }
  }

  private Block run(BlockOrder order, String prefix) throws IOException {
    try (JavaProcess process =
        JavaProcess.start(BlockMain.class.getName(), OPTIONS, order.arguments(), order.folder())) {
      Feeder feeder = new Feeder(trace, Taken.over(order.taken()), settings.backlog());
      feeder.feed(broker, prefix, process.process()::isAlive);
      process.await();
      BlockResult result = JSON.readValue(process.lastLine(), BlockResult.class);
      return new Block(
          order.peer().term(),
          result.usage(),
          result.restarts(),
          feeder.dry(),
          result.counters(),
          checker.check(order.peer(), result, broker, prefix));
    }
  }

  private BlockOrder order(Peer peer, String prefix, boolean counting) throws IOException {
    Path work = Files.createDirectories(folder.resolve(prefix + peer.term()));
    String config =
        CONFIG.formatted(
            broker.bootstrap(),
            "benchmark-" + prefix,
            prefix,
            work.resolve("cp").toUri(),
            settings.checkpointInterval(),
            settings.tolerance());
    return new BlockOrder(
        peer,
        config + peer.config(),
        work,
        broker.pid(),
        settings.from(),
        settings.to(),
        trace.records(),
        counting);
  }
}
