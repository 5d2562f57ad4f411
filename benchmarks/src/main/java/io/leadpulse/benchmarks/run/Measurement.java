package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.measure.Block;
import io.leadpulse.benchmarks.measure.Schedule;
import io.leadpulse.benchmarks.traffic.Trace;
import io.leadpulse.cli.stack.TempFolder;
import io.leadpulse.cli.terminal.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the traffic once, and sends it to one candidate after the other. */
final class Measurement {
  private final RunSettings settings;
  private final LatencyMeasurement.Pace pace;
  private final Progress progress;

  /**
   * @param pace of a workload that is sent by a timetable
   */
  Measurement(RunSettings settings, LatencyMeasurement.Pace pace, Progress progress) {
    this.settings = settings;
    this.pace = pace;
    this.progress = progress;
  }

  Findings run() throws IOException {
    try (TempFolder folder = TempFolder.create("leadpulse-benchmark-");
        Broker broker =
            progress.step("broker", () -> Broker.start(folder.path().resolve("broker")))) {
      BlockRunner runner = new BlockRunner(settings, broker, folder.path());
      return settings.workload().isPaced()
          ? new LatencyMeasurement(settings, pace, progress).run(runner, broker)
          : compare(runner);
    }
  }

  private Report compare(BlockRunner runner) {
    double loadBefore = Machine.loadNow();
    List<Candidate> round = settings.candidates();
    Map<String, Trace> traces = progress.step("events", () -> traces(runner));
    List<Block> timed = run(runner, Schedule.mirrored(round, settings.blocks()), false);
    List<Block> counted = settings.countsState() ? run(runner, round, true) : List.of();
    return Report.of(settings, traces, timed, counted, loadBefore);
  }

  private Map<String, Trace> traces(BlockRunner runner) {
    Map<String, Trace> traces = new LinkedHashMap<>();
    for (Candidate candidate : settings.candidates()) {
      traces.put(candidate.load().name(), runner.trace(candidate.load()));
    }
    return traces;
  }

  private List<Block> run(BlockRunner runner, List<Candidate> order, boolean counting) {
    List<Block> blocks = new ArrayList<>();
    for (Candidate candidate : order) {
      String name = counting ? "counts of " + candidate.name() : candidate.name();
      Block block = progress.step(name, () -> runner.run(candidate, counting, Sending.FULL));
      blocks.add(block);
      progress.say("  " + Report.line(block));
    }
    return blocks;
  }
}
