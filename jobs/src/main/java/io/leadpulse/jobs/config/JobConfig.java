package io.leadpulse.jobs.config;

import io.leadpulse.jobs.decode.TimeRules;
import io.leadpulse.jobs.kafka.KafkaSettings;
import io.leadpulse.jobs.kafka.SourceRange;
import io.leadpulse.jobs.score.CacheSettings;
import io.leadpulse.jobs.score.ScoreSettings;
import io.leadpulse.jobs.score.TimeMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * What a deployment decides about the lead-scoring job. Its text shows no secrets.
 *
 * @param bounded the job reads what is there and ends
 * @param idleTimeout after which a silent partition no longer holds back time
 * @param toleranceMilli how far a published intent may be off the true one, in milli-points
 * @param emitInterval how long changes of one score are gathered before the row is written
 * @param rescoreShare percent of each subtask's time that a re-score after a release may take
 * @param dedupeWindowHours how long copies of an event may come, in hours of Kafka time
 * @param retention how old an engagement may be when it is recorded; live only
 * @param cache of leads, in front of the state backend
 * @param parallelism 0 to leave it to the cluster
 * @param maxParallelism belongs to the state and cannot be changed later
 */
public record JobConfig(
    KafkaSettings kafka,
    WireSettings wire,
    TimeSettings time,
    boolean bounded,
    Duration idleTimeout,
    long toleranceMilli,
    Duration emitInterval,
    int rescoreShare,
    int dedupeWindowHours,
    Duration retention,
    CheckpointSettings checkpoint,
    RestartSettings restart,
    StateBackend stateBackend,
    CacheSettings cache,
    int parallelism,
    int maxParallelism) {
  private static final long MILLIS_PER_HOUR = 3_600_000;

  /**
   * The configuration in a file.
   *
   * @throws BadConfigException with everything that is wrong in it
   */
  public static JobConfig read(Path file) throws IOException, BadConfigException {
    return parse(file.toString(), Files.readString(file));
  }

  /**
   * The configuration in a text.
   *
   * @param file the name that problems carry
   * @throws BadConfigException with everything that is wrong in it
   */
  public static JobConfig parse(String file, String text) throws BadConfigException {
    return ConfigReader.read(file, text, new Placeholders(System::getenv));
  }

  public ScoreSettings scoreSettings() {
    Instant until = time.until();
    int endHour =
        until == null
            ? ScoreSettings.NO_END
            : (int) Math.floorDiv(until.toEpochMilli(), MILLIS_PER_HOUR);
    return new ScoreSettings(
        time.mode(),
        endHour,
        toleranceMilli,
        dedupeWindowHours,
        emitInterval,
        time.holdLimit(),
        rescoreShare,
        cache,
        kafka.topicPrefix());
  }

  public TimeRules timeRules() {
    return new TimeRules(isLive() ? retention : TimeRules.KEEP_ALL);
  }

  /** A replay without a checkpoint begins anew; a job in live operation goes on. */
  public SourceRange sourceRange() {
    return new SourceRange(isLive(), bounded);
  }

  /** Whether the end of this replay has to be found in the topics. */
  public boolean endsAtTheLatestEvent() {
    return !isLive() && bounded && time.until() == null;
  }

  /** This configuration with an end of the replay. */
  public JobConfig until(Instant end) {
    return new JobConfig(
        kafka,
        wire,
        new TimeSettings(time.mode(), end, time.outOfOrderness(), time.holdLimit()),
        bounded,
        idleTimeout,
        toleranceMilli,
        emitInterval,
        rescoreShare,
        dedupeWindowHours,
        retention,
        checkpoint,
        restart,
        stateBackend,
        cache,
        parallelism,
        maxParallelism);
  }

  public boolean isLive() {
    return time.mode() == TimeMode.LIVE;
  }
}
