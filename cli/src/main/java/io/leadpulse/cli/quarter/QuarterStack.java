package io.leadpulse.cli.quarter;

import io.leadpulse.cli.model.ModelFile;
import io.leadpulse.cli.model.ReleasePublisher;
import io.leadpulse.cli.run.LocalGraph;
import io.leadpulse.cli.run.LocalJob;
import io.leadpulse.cli.stack.Answer;
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
import io.leadpulse.cli.terminal.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** A broker and both jobs, in the time of the events, that are gone afterwards. */
final class QuarterStack implements AutoCloseable {
  static final String PREFIX = LocalStack.TOPIC_PREFIX;
  private static final int SCORING_PARALLELISM = 1;

  /** Points. Whoever is hot is so to the point; rows of silent leads may be a little behind. */
  private static final int TOLERANCE = 10;

  private static final Duration CHECKPOINT_INTERVAL = Duration.ofMillis(200);

  /** Longer than a business day takes: until it is over, no partition lets time pass alone. */
  private static final String HAND_OFF_IDLE = "10s";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** So that what a checkpoint holds has come to its time before. */
  private static final long WATERMARK_MILLIS = 20;

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Progress progress;
  private final PrintWriter err;

  // Made in start.
  private @Nullable EmbeddedBroker broker;
  private @Nullable RunningJob scoring;
  private @Nullable RunningJob handOff;

  private QuarterStack(Progress progress, PrintWriter err) {
    this.progress = progress;
    this.err = err;
  }

  /**
   * Starts all of it.
   *
   * @param teams file of the teams
   */
  static QuarterStack start(
      Home home,
      ModelFile model,
      Path teams,
      Progress progress,
      PrintWriter err,
      Interrupts interrupts) {
    QuarterStack stack = new QuarterStack(progress, err);
    try {
      stack.begin(home, model, teams, interrupts);
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private void begin(Home home, ModelFile model, Path teams, Interrupts interrupts) {
    Path folder = keep(TempFolder.create("leadpulse-quarter-")).path();
    EmbeddedBroker kafka =
        progress.step("broker", () -> keep(EmbeddedBroker.start(folder.resolve("kafka"))));
    broker = kafka;
    progress.step("topics", () -> createTopics(home, kafka.bootstrap()));
    progress.step(
        "model",
        () ->
            new ReleasePublisher(kafka.bootstrap(), PREFIX, Clock.systemUTC())
                .publish(model, null, Duration.ZERO));
    FlinkStack flink =
        progress.step(
            "flink",
            () -> keep(FlinkStack.start(folder.resolve("flink"), SCORING_PARALLELISM + 1, 0)));
    scoring =
        progress.step(
            "scoring",
            () ->
                start(
                    flink,
                    inEventTime(LocalJob.defaults(SCORING_PARALLELISM, err), "2s")
                        .with("score.tolerance", TOLERANCE)
                        .at(kafka.bootstrap(), folder.resolve("scoring")),
                    interrupts));
    handOff =
        progress.step(
            "hand-off",
            () ->
                start(
                    flink,
                    inEventTime(LocalJob.handOff(teams, err), HAND_OFF_IDLE)
                        .at(kafka.bootstrap(), folder.resolve("hand-off")),
                    interrupts));
  }

  private static LocalJob inEventTime(LocalJob job, String idle) {
    return job.with("time.mode", "replay")
        .with("time.out-of-orderness", "0s")
        .with("source.idle-timeout", idle)
        .with("state.backend", "hashmap")
        .withCheckpointInterval(CHECKPOINT_INTERVAL);
  }

  private static RunningJob start(FlinkStack flink, PlannedJob planned, Interrupts interrupts) {
    StreamGraph graph = LocalGraph.of(planned, null);
    graph.getExecutionConfig().setAutoWatermarkInterval(WATERMARK_MILLIS);
    RunningJob job = RunningJob.start(flink, graph);
    job.awaitReading(START_LIMIT, interrupts);
    return job;
  }

  /** As planned, but records have the time that they are sent with: the quarter lies ahead. */
  private static void createTopics(Home home, String bootstrap) {
    List<TopicPlan.Topic> topics =
        TopicPlan.read(home).topics().stream().map(QuarterStack::atAnyTime).toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      new TopicPlan(topics).createMissing(admin, PREFIX);
    }
  }

  private static TopicPlan.Topic atAnyTime(TopicPlan.Topic topic) {
    Map<String, String> config = new TreeMap<>(topic.config());
    config.put("message.timestamp.type", "CreateTime");
    config.put("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    return new TopicPlan.Topic(
        topic.name(), topic.direction(), topic.key(), topic.value(), topic.partitions(), config);
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  String bootstrap() {
    return Answer.required(broker).bootstrap();
  }

  /**
   * @throws CliException if a job has failed
   */
  void check() {
    for (RunningJob job : List.of(Answer.required(scoring), Answer.required(handOff))) {
      if (!job.isAlive()) {
        throw CliException.failure("the job failed: " + job.lastFailure());
      }
    }
  }

  @Override
  public void close() {
    for (RunningJob job : new RunningJob[] {handOff, scoring}) {
      if (job != null) {
        job.stop(null, START_LIMIT);
      }
    }
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (IOException e) {
        throw CliException.failure("the working folder could not be removed", e);
      } catch (Exception e) {
        throw CliException.failure("the stack did not end well", e);
      }
    }
  }
}
