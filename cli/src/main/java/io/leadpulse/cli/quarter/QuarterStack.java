package io.leadpulse.cli.quarter;

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
import io.leadpulse.cli.terminal.Progress;
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

/** A broker and both jobs, in the time of the events, that are gone afterwards. */
final class QuarterStack implements AutoCloseable {
  static final String PREFIX = LocalStack.TOPIC_PREFIX;
  private static final int SCORING_PARALLELISM = 1;

  /** Nobody scales it out, and state in the heap is written group by group at each checkpoint. */
  private static final int MAX_PARALLELISM = 8;

  /**
   * Of every topic: each job is one subtask, and a record of nobody tells each partition the time.
   */
  private static final int PARTITIONS = 1;

  /** Points. Whoever is hot is so to the point; rows of silent leads may be a little behind. */
  private static final int TOLERANCE = 10;

  private static final Duration CHECKPOINT_INTERVAL = Duration.ofMillis(200);

  /** Longer than a business day takes: until it is over, no partition lets time pass alone. */
  private static final String HAND_OFF_IDLE = "10s";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** So that what a checkpoint holds has come to its time before. */
  private static final long WATERMARK_MILLIS = 20;

  private final Deque<AutoCloseable> parts;
  private final EmbeddedBroker broker;
  private final RunningJob scoring;
  private final RunningJob handOff;

  private QuarterStack(
      Deque<AutoCloseable> parts, EmbeddedBroker broker, RunningJob scoring, RunningJob handOff) {
    this.parts = parts;
    this.broker = broker;
    this.scoring = scoring;
    this.handOff = handOff;
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
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      Path folder = keep(TempFolder.create("leadpulse-quarter-"), parts).path();
      EmbeddedBroker broker =
          progress.step("broker", () -> keep(EmbeddedBroker.start(folder.resolve("kafka")), parts));
      progress.step("topics", () -> createTopics(home, broker.bootstrap()));
      progress.step("model", () -> publish(model, broker));
      FlinkStack flink =
          progress.step(
              "flink",
              () ->
                  keep(
                      FlinkStack.start(folder.resolve("flink"), SCORING_PARALLELISM + 1, 0),
                      parts));
      LocalJob scoring =
          inEventTime(LocalJob.defaults(SCORING_PARALLELISM, err), "2s")
              .with("score.tolerance", TOLERANCE);
      LocalJob handOff = inEventTime(LocalJob.handOff(teams, err), HAND_OFF_IDLE);
      return new QuarterStack(
          parts,
          broker,
          progress.step(
              "scoring",
              () ->
                  start(
                      flink,
                      scoring.at(broker.bootstrap(), folder.resolve("scoring")),
                      interrupts)),
          progress.step(
              "hand-off",
              () ->
                  start(
                      flink,
                      handOff.at(broker.bootstrap(), folder.resolve("hand-off")),
                      interrupts)));
    } catch (RuntimeException e) {
      close(parts);
      throw e;
    }
  }

  private static <T extends AutoCloseable> T keep(T part, Deque<AutoCloseable> parts) {
    parts.push(part);
    return part;
  }

  private static void publish(ModelFile model, EmbeddedBroker broker) {
    new ReleasePublisher(broker.bootstrap(), PREFIX, Clock.systemUTC())
        .publish(model, null, Duration.ZERO);
  }

  private static LocalJob inEventTime(LocalJob job, String idle) {
    return job.with("time.mode", "replay")
        .with("max-parallelism", MAX_PARALLELISM)
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
        TopicPlan.read(home).topics().stream().map(QuarterStack::ofQuarter).toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      new TopicPlan(topics).createMissing(admin, PREFIX);
    }
  }

  private static TopicPlan.Topic ofQuarter(TopicPlan.Topic topic) {
    Map<String, String> config = new TreeMap<>(topic.config());
    config.put("message.timestamp.type", "CreateTime");
    config.put("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    return new TopicPlan.Topic(
        topic.name(), topic.direction(), topic.key(), topic.value(), PARTITIONS, config);
  }

  String bootstrap() {
    return broker.bootstrap();
  }

  /**
   * @throws CliException if a job has failed
   */
  void check() {
    for (RunningJob job : List.of(scoring, handOff)) {
      if (!job.isAlive()) {
        throw CliException.failure("the job failed: " + job.lastFailure());
      }
    }
  }

  @Override
  public void close() {
    handOff.stop(null, START_LIMIT);
    scoring.stop(null, START_LIMIT);
    close(parts);
  }

  private static void close(Deque<AutoCloseable> parts) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        throw CliException.failure("the stack did not end well: " + e.getMessage(), e);
      }
    }
  }
}
