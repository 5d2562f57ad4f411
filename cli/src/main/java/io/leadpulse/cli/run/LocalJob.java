package io.leadpulse.cli.run;

import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.stack.LocalStack;
import io.leadpulse.cli.stack.PlannedJob;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A job whose Kafka and folders are this machine's own. */
public final class LocalJob {
  /** Stands for the address until there is a broker. */
  private static final String NO_BROKER = "127.0.0.1:1";

  private final JobText text;
  private final PrintWriter err;

  private LocalJob(JobText text, PrintWriter err) {
    this.text = text;
    this.err = err;
  }

  /** All defaults, on so many slots. */
  public static LocalJob defaults(int parallelism, PrintWriter err) {
    return of(JobText.empty(JobForm.LEAD_SCORING), err).with("parallelism", parallelism);
  }

  /**
   * The hand-off to teams, all else by default, on one slot.
   *
   * @param teams file of the teams
   */
  public static LocalJob handOff(Path teams, PrintWriter err) {
    return of(JobText.empty(JobForm.HAND_OFF), err)
        .with("parallelism", 1)
        .with("teams.file", teams.toAbsolutePath().toString());
  }

  /** What a file says, but for Kafka and folders. */
  static LocalJob of(JobText text, PrintWriter err) {
    text.without("kafka")
        .without("topics")
        .without("source.bounded")
        .without("checkpoint.dir")
        .with("kafka.bootstrap-servers", NO_BROKER)
        .with("topics.prefix", LocalStack.TOPIC_PREFIX);
    return new LocalJob(text, err);
  }

  /** With another value for a key; null leaves it. */
  public LocalJob with(String key, @Nullable Object value) {
    if (value != null) {
      text.with(key, value);
    }
    return this;
  }

  public LocalJob withCheckpointInterval(@Nullable Duration interval) {
    return with("checkpoint.interval", interval == null ? null : interval.toMillis() + "ms");
  }

  /** In the time of the events, over what is there, and then it ends. */
  public LocalJob asBoundedReplay() {
    return with("time.mode", "replay").with("source.bounded", true);
  }

  /** The job for a broker, with its checkpoints in a folder. */
  public PlannedJob at(String bootstrap, Path checkpoints) {
    return text.with("kafka.bootstrap-servers", bootstrap)
        .with("checkpoint.dir", checkpoints.toUri().toString())
        .plan(err);
  }

  /** The job as far as it is known without a broker. */
  PlannedJob check() {
    return text.plan(err);
  }
}
