package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.measure.Block;
import io.leadpulse.benchmarks.measure.Figures;
import io.leadpulse.benchmarks.traffic.Trace;
import io.leadpulse.benchmarks.traffic.TrafficSettings;
import io.leadpulse.cli.terminal.Progress;
import java.util.ArrayList;
import java.util.List;

/** Finds out how fast the job is, and then sends it a part of that by a timetable. */
final class LatencyMeasurement {
  private static final double PERCENT = 100;

  private final RunSettings settings;
  private final Candidate candidate;
  private final Pace pace;
  private final Progress progress;

  /**
   * How much is sent.
   *
   * @param percent of what the job can take, 1 to 100
   * @param fullPerSecond what that is; 0 if one more block is to find it out
   */
  record Pace(int percent, double fullPerSecond) {
    Pace {
      if (percent < 1 || percent > PERCENT || fullPerSecond < 0) {
        throw new IllegalArgumentException("--load is 1 to 100, --full-rate 0 or more");
      }
    }
  }

  LatencyMeasurement(RunSettings settings, Pace pace, Progress progress) {
    this.settings = settings;
    this.pace = pace;
    this.progress = progress;
    candidate = settings.candidates().get(0);
  }

  Latency run(BlockRunner runner, Broker broker) {
    double loadBefore = Machine.loadNow();
    Trace trace = progress.step("events", () -> runner.trace(candidate.load()));
    double full = pace.fullPerSecond() > 0 ? pace.fullPerSecond() : full(runner);
    double perSecond = full * pace.percent() / PERCENT;
    Delays alerts = new Delays();
    Delays scores = new Delays();
    List<Block> kept = new ArrayList<>();
    for (int i = 0; i < settings.blocks(); i++) {
      PacedSending sending = new PacedSending(broker, perSecond);
      Block block = progress.step("paced", () -> runner.run(candidate, false, sending));
      if (Latency.isKept(block)) {
        kept.add(block);
        alerts.addAll(sending.alerts());
        scores.addAll(sending.scores());
      }
    }
    TrafficSettings sent = candidate.load().traffic();
    return new Latency(
        settings.workload().name(),
        sent.seed(),
        sent.asOf().toString(),
        settings.warmUp(),
        settings.events(),
        settings.checkpointInterval(),
        settings.tolerance(),
        Report.Traffic.of(sent, trace),
        Machine.of(loadBefore),
        Figures.rounded(full),
        pace.percent(),
        Figures.rounded(perSecond),
        alerts.summary(),
        scores.summary(),
        Latency.median(kept),
        settings.blocks() - kept.size(),
        kept);
  }

  private double full(BlockRunner runner) {
    Block block = progress.step("full", () -> runner.run(candidate, false, Sending.FULL));
    progress.say("  " + Report.line(block));
    return block.usage().eventsPerSecond();
  }
}
