package io.leadpulse.cli.run;

import io.leadpulse.cli.model.ModelFile;
import io.leadpulse.cli.model.ReleaseLog;
import io.leadpulse.cli.model.ReleasePublisher;
import io.leadpulse.cli.stack.Answer;
import io.leadpulse.cli.stack.EmbeddedBroker;
import io.leadpulse.cli.stack.FlinkStack;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.LocalStack;
import io.leadpulse.cli.stack.PlannedJob;
import io.leadpulse.cli.stack.RunningJob;
import io.leadpulse.cli.stack.RunningStack;
import io.leadpulse.cli.stack.TempFolder;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.Interrupts;
import io.leadpulse.cli.terminal.Progress;
import io.leadpulse.jobs.config.JobConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One run of {@code up}: starts the stack where it was, says so, and ends it when asked to. */
final class Up {
  private static final String PREFIX = LocalStack.TOPIC_PREFIX;
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  private final Home home;
  private final UpSettings settings;
  private final LocalJob local;
  private final @Nullable LocalJob handOff;
  private final JobConfig config;
  private final PrintWriter err;
  private final Interrupts interrupts;
  private final Progress progress;
  private final Clock clock = Clock.systemUTC();

  /**
   * @param handOff null without teams
   */
  Up(
      Home home,
      UpSettings settings,
      LocalJob local,
      @Nullable LocalJob handOff,
      PrintWriter err,
      Interrupts interrupts) {
    this.home = home;
    this.settings = settings;
    this.local = local;
    this.handOff = handOff;
    config = local.check().config();
    if (handOff != null) {
      handOff.check();
    }
    this.err = err;
    this.interrupts = interrupts;
    progress = new Progress(err, System::nanoTime, interrupts);
  }

  void run() {
    // Before anything starts: a model that is not valid is told first.
    ModelFile wanted = settings.model() == null ? null : ModelFile.read(settings.model(), err);
    try (LocalStack stack = LocalStack.open(home, "up")) {
      TempFolder work = stack.keep(TempFolder.create("leadpulse-up-"));
      DataFolder data = data(work);
      data.bindTo(config.time().mode());
      CompletableFuture<FlinkStack> starting =
          progress.begin("flink", () -> stack.keep(flink(work)));
      EmbeddedBroker broker =
          progress.step("broker", () -> stack.keep(EmbeddedBroker.start(data.broker())));
      progress.step("topics", () -> stack.createTopics(broker));
      progress.step("model", () -> publish(wanted, broker));
      FlinkStack flink = Answer.of(starting, "Flink's start");
      List<RunningJob> jobs = new ArrayList<>();
      jobs.add(progress.step("job", () -> start(local, stack, broker, flink, data.scoring())));
      if (handOff != null) {
        jobs.add(
            progress.step("hand-off", () -> start(handOff, stack, broker, flink, data.handOff())));
      }
      announce(stack.announce(broker, flink.rest(), kept(data), clock), data);
      watch(jobs);
      err.println("ending ...");
      err.flush();
    }
  }

  private FlinkStack flink(TempFolder work) {
    int slots = config.parallelism() + (handOff == null ? 0 : 1);
    return FlinkStack.start(
        work.path().resolve("flink"), slots, settings.uiPort(), settings.metrics());
  }

  private DataFolder data(TempFolder work) {
    if (settings.ephemeral()) {
      return new DataFolder(work.path().resolve("data"));
    }
    Path chosen = settings.data();
    return new DataFolder(chosen == null ? home.state().resolve("data") : chosen);
  }

  private @Nullable Path kept(DataFolder data) {
    return settings.ephemeral() ? null : data.path();
  }

  /** In effect at once: nobody could send anything yet. */
  private void publish(@Nullable ModelFile wanted, EmbeddedBroker broker) {
    if (wanted == null && ReleaseLog.read(broker.bootstrap(), PREFIX).newest().isPresent()) {
      return;
    }
    ModelFile file =
        wanted == null ? ModelFile.read(home.file("config/models/b2b-japan.yaml"), err) : wanted;
    new ReleasePublisher(broker.bootstrap(), PREFIX, clock).publish(file, null, Duration.ZERO);
  }

  private RunningJob start(
      LocalJob wanted, LocalStack stack, EmbeddedBroker broker, FlinkStack flink, JobFolder data) {
    PlannedJob here = wanted.at(broker.bootstrap(), data.checkpoints());
    RunningJob job = RunningJob.start(flink, LocalGraph.of(here, data.newestState().orElse(null)));
    stack.keep(() -> job.stop(settings.ephemeral() ? null : data.savepoints(), STOP_LIMIT));
    job.awaitReading(START_LIMIT, interrupts);
    return job;
  }

  private void announce(RunningStack running, DataFolder data) {
    Path file = settings.readyFile();
    if (file != null) {
      try {
        running.write(file);
      } catch (IOException e) {
        throw CliException.failure("%s cannot be written".formatted(file), e);
      }
    }
    progress.say("");
    progress.say("  Kafka             " + running.bootstrap());
    progress.say("  Flink's web page  " + running.rest());
    if (settings.metrics() != null) {
      progress.say("  metrics           " + settings.metrics().uri());
    }
    progress.say("  data              " + (settings.ephemeral() ? "not kept" : data.path()));
    progress.say("");
    progress.say("`leadpulse down` or Ctrl-C ends it");
  }

  private void watch(List<RunningJob> jobs) {
    while (!interrupts.await(HEARTBEAT)) {
      for (RunningJob job : jobs) {
        if (!job.isAlive()) {
          throw CliException.failure("the job failed: " + job.lastFailure());
        }
      }
    }
  }
}
