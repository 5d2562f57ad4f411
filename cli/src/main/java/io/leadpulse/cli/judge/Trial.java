package io.leadpulse.cli.judge;

import io.leadpulse.cli.model.ModelFile;
import io.leadpulse.cli.model.ReleasePublisher;
import io.leadpulse.cli.run.LocalGraph;
import io.leadpulse.cli.run.LocalJob;
import io.leadpulse.cli.stack.EmbeddedBroker;
import io.leadpulse.cli.stack.FlinkStack;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.LocalStack;
import io.leadpulse.cli.stack.PlannedJob;
import io.leadpulse.cli.stack.RunningJob;
import io.leadpulse.cli.stack.TempFolder;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.Interrupts;
import io.leadpulse.cli.terminal.LogFile;
import io.leadpulse.cli.terminal.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * One run of the real job over all events of a feed, in the time of the events, on a broker and a
 * Flink of its own that are gone afterwards.
 */
public final class Trial {
  private static final String PREFIX = LocalStack.TOPIC_PREFIX;
  private static final int PARALLELISM = 2;
  private static final Duration HEARTBEAT = Duration.ofMillis(500);
  private static final int BEATS_PER_LINE = 20;

  private final Home home;
  private final @Nullable Path model;
  private final PrintWriter err;
  private final Interrupts interrupts;
  private final Progress progress;

  /**
   * @param model what the job judges by; null for the default model
   * @param err takes the progress
   */
  public Trial(Home home, @Nullable Path model, PrintWriter err, Interrupts interrupts) {
    this.home = home;
    this.model = model;
    this.err = err;
    this.interrupts = interrupts;
    progress = new Progress(err, System::nanoTime, interrupts);
  }

  /**
   * Runs it.
   *
   * @param seed what the feed was drawn by, for the report
   * @throws CliException if the job fails or the user interrupts
   */
  public Judgement run(Feed feed, long seed) {
    long start = System.nanoTime();
    LogFile.use(home.state().resolve("logs").resolve("judge.log"));
    Path file = model == null ? home.file("config/models/b2b-japan.yaml") : model;
    ModelFile read = ModelFile.read(file, err);
    Evidence evidence = new Evidence();
    try (TempFolder folder = TempFolder.create("leadpulse-judge-");
        EmbeddedBroker broker = broker(folder.path())) {
      String bootstrap = broker.bootstrap();
      progress.step("topics", () -> createTopics(bootstrap));
      progress.step("model", () -> publish(bootstrap, read));
      progress.step("events", () -> feed.send(bootstrap, PREFIX, evidence));
      progress.step("job", () -> replay(bootstrap, folder.path()));
      Outcome outcome =
          progress.step("results", () -> Outcome.read(bootstrap, PREFIX, err::println));
      double seconds = (System.nanoTime() - start) / 1e9;
      return Judgement.of(evidence, outcome, seed, seconds);
    } catch (IOException e) {
      throw CliException.failure("the working folder could not be removed", e);
    }
  }

  private EmbeddedBroker broker(Path folder) {
    return progress.step("broker", () -> EmbeddedBroker.start(folder.resolve("kafka")));
  }

  private void createTopics(String bootstrap) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      TopicPlan.read(home).createMissing(admin, PREFIX);
    }
  }

  /** The first release judges all that came before it, too. */
  private static void publish(String bootstrap, ModelFile model) {
    new ReleasePublisher(bootstrap, PREFIX, Clock.systemUTC()).publish(model, null, Duration.ZERO);
  }

  private void replay(String bootstrap, Path folder) {
    PlannedJob planned =
        LocalJob.defaults(PARALLELISM, err)
            .asBoundedReplay()
            .at(bootstrap, folder.resolve("checkpoints"));
    try (FlinkStack flink = FlinkStack.start(folder.resolve("flink"), PARALLELISM, 0)) {
      RunningJob job = RunningJob.start(flink, LocalGraph.of(planned, null));
      for (int beat = 1; !job.isFinished(); beat++) {
        if (interrupts.await(HEARTBEAT)) {
          throw CliException.failure("interrupted");
        }
        if (!job.isAlive() && !job.isFinished()) {
          throw CliException.failure("the job failed: " + job.lastFailure());
        }
        if (beat % BEATS_PER_LINE == 0) {
          tell(job);
        }
      }
    }
  }

  private void tell(RunningJob job) {
    try {
      long taken = job.metrics().outcomes().engagements();
      progress.say(String.format(Locale.ROOT, "  %,d events taken", taken));
    } catch (CliException notNow) {
      // Its counters are there while it runs; it starts or ends.
    }
  }
}
