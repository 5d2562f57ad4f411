package io.leadpulse.cli.demo;

import io.leadpulse.cli.model.ModelFile;
import io.leadpulse.cli.model.ReleasePublisher;
import io.leadpulse.cli.run.LocalGraph;
import io.leadpulse.cli.run.LocalJob;
import io.leadpulse.cli.simulate.EventSender;
import io.leadpulse.cli.simulate.Simulation;
import io.leadpulse.cli.simulate.SimulationSettings;
import io.leadpulse.cli.stack.Answer;
import io.leadpulse.cli.stack.EmbeddedBroker;
import io.leadpulse.cli.stack.EndOffsets;
import io.leadpulse.cli.stack.FlinkStack;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.LocalStack;
import io.leadpulse.cli.stack.OutcomeTotals;
import io.leadpulse.cli.stack.PlannedJob;
import io.leadpulse.cli.stack.RunningJob;
import io.leadpulse.cli.stack.TempFolder;
import io.leadpulse.cli.terminal.Interrupts;
import io.leadpulse.cli.terminal.Progress;
import io.leadpulse.schemas.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One run of the demo: starts the stack, sends, shows, waits for the last event, sums up. */
final class Demo {
  private static final String PREFIX = LocalStack.TOPIC_PREFIX;
  private static final int PARALLELISM = 2;
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final Home home;
  private final DemoSettings settings;
  private final PrintWriter err;
  private final Interrupts interrupts;
  private final Clock clock = Clock.systemUTC();
  private final long start = System.nanoTime();

  Demo(Home home, DemoSettings settings, PrintWriter err, Interrupts interrupts) {
    this.home = home;
    this.settings = settings;
    this.err = err;
    this.interrupts = interrupts;
  }

  DemoSummary run() {
    Progress progress = new Progress(err, System::nanoTime, interrupts);
    ModelFile model = ModelFile.read(home.file("config/models/b2b-japan.yaml"), err);
    try (LocalStack stack = LocalStack.open(home, "demo")) {
      Path folder = stack.keep(TempFolder.create("leadpulse-demo-")).path();
      CompletableFuture<FlinkStack> starting =
          progress.begin(
              "flink",
              () ->
                  stack.keep(
                      FlinkStack.start(
                          folder.resolve("flink"),
                          PARALLELISM,
                          settings.uiPort(),
                          settings.metrics())));
      EmbeddedBroker broker =
          progress.step("broker", () -> stack.keep(EmbeddedBroker.start(folder.resolve("kafka"))));
      progress.step("topics", () -> stack.createTopics(broker));
      progress.step(
          "model",
          () ->
              new ReleasePublisher(broker.bootstrap(), PREFIX, clock)
                  .publish(model, null, Duration.ZERO));
      FlinkStack flink = Answer.of(starting, "Flink's start");
      RunningJob job = progress.step("job", () -> startJob(broker, flink, folder));
      stack.announce(broker, flink.rest(), null, clock);
      progress.say("  Flink's web page: " + flink.rest());
      if (settings.metrics() != null) {
        progress.say("  metrics: " + settings.metrics().uri());
      }
      return sendAndSumUp(broker, job, folder.resolve("savepoints"));
    }
  }

  private RunningJob startJob(EmbeddedBroker broker, FlinkStack flink, Path folder) {
    PlannedJob planned =
        LocalJob.defaults(PARALLELISM, err)
            .withCheckpointInterval(CHECKPOINT_INTERVAL)
            .at(broker.bootstrap(), folder.resolve("checkpoints"));
    RunningJob job = RunningJob.start(flink, LocalGraph.of(planned, null));
    job.awaitReading(START_LIMIT, interrupts);
    return job;
  }

  private DemoSummary sendAndSumUp(EmbeddedBroker broker, RunningJob job, Path savepoints) {
    ScoreBoard board = new ScoreBoard();
    BoardReader reader = new BoardReader(board, broker.bootstrap(), PREFIX, clock, err::println);
    SimulationSettings simulated =
        SimulationSettings.defaults().withLeads(settings.leads()).withSeed(settings.seed());
    try (EventSender sender =
        new EventSender(
            EventSender.producer(broker.bootstrap()),
            new Simulation(simulated, clock.millis()),
            PREFIX,
            clock,
            System::nanoTime)) {
      new DemoShow(home, settings, board, err, interrupts, start).play(sender, job);
    }
    err.println("waiting until every event has its outcome ...");
    err.flush();
    long events = EndOffsets.sum(broker.bootstrap(), PREFIX, Topics.ENGAGEMENTS);
    OutcomeTotals totals = new Drain(job.metrics()::outcomes, System::nanoTime).await(events);
    // Publishes what the last events changed, so that the reader can see it.
    job.stop(savepoints, STOP_LIMIT);
    reader.finish();
    return DemoSummary.of(events, totals, board);
  }
}
