package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.measure.Block;
import io.leadpulse.benchmarks.measure.Schedule;
import io.leadpulse.benchmarks.peer.Peer;
import io.leadpulse.benchmarks.traffic.BenchmarkModel;
import io.leadpulse.benchmarks.traffic.Trace;
import io.leadpulse.benchmarks.traffic.Traffic;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.TempFolder;
import io.leadpulse.cli.terminal.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the traffic once, and sends it to one peer after the other. */
final class Measurement {
  private final RunSettings settings;
  private final Progress progress;

  Measurement(RunSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  Report run() throws IOException {
    double loadBefore = Machine.loadNow();
    Path model = Home.current().file("config/models/" + BenchmarkModel.ID + ".yaml");
    String yaml = BenchmarkModel.yaml(model);
    try (TempFolder folder = TempFolder.create("leadpulse-benchmark-");
        Broker broker =
            progress.step("broker", () -> Broker.start(folder.path().resolve("broker")))) {
      Trace trace = progress.step("events", () -> trace(folder.path().resolve("trace")));
      BlockRunner runner = new BlockRunner(settings, broker, trace, folder.path(), yaml);
      List<Peer> round = new ArrayList<>();
      round.add(Peer.OURS);
      round.addAll(settings.peers());
      List<Block> timed = run(runner, Schedule.mirrored(round, settings.blocks()), false);
      List<Block> counted = settings.countsState() ? run(runner, round, true) : List.of();
      return Report.of(settings, trace, timed, counted, loadBefore);
    }
  }

  private List<Block> run(BlockRunner runner, List<Peer> order, boolean counting) {
    List<Block> blocks = new ArrayList<>();
    for (Peer peer : order) {
      String name = counting ? "counts of " + peer.term() : peer.term();
      Block block = progress.step(name, () -> runner.run(peer, counting));
      blocks.add(block);
      progress.say("  " + Report.line(block));
    }
    return blocks;
  }

  private Trace trace(Path file) {
    try {
      return Trace.write(new Traffic(settings.traffic()), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
