package io.leadpulse.cli.model;

import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.engine.release.Release;
import io.leadpulse.engine.release.ReleaseHistory;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Limits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The releases that a stack's topic holds. What cannot be read is left out here; the job makes a
 * dead letter of it.
 *
 * @param releases by version, ascending
 */
public record ReleaseLog(List<ScoringModelRelease> releases) {

  public ReleaseLog {
    releases =
        releases.stream()
            .sorted(Comparator.comparingLong(ScoringModelRelease::getVersion))
            .toList();
  }

  /** Reads the topic of a stack to its end. */
  public static ReleaseLog read(Connection stack) {
    return read(stack.bootstrapServers(), stack.topicPrefix(), stack.reading());
  }

  /** Reads the topic of a stack without a schema registry to its end. */
  public static ReleaseLog read(String bootstrap, String topicPrefix) {
    return read(bootstrap, topicPrefix, RecordFormat.singleObject());
  }

  static ReleaseLog read(String bootstrap, String topicPrefix, RecordFormat format) {
    List<ScoringModelRelease> releases = new ArrayList<>();
    try (TopicReader<ScoringModelRelease> reader =
        new TopicReader<>(
            bootstrap, topicPrefix, format, Topics.SCORING_MODEL, Limits.MODEL, notice -> {})) {
      reader.readToEnd(message -> message.ifValue(releases::add));
    }
    return new ReleaseLog(releases);
  }

  /** The one of a version. */
  public Optional<ScoringModelRelease> version(long version) {
    return releases.stream().filter(release -> release.getVersion() == version).findFirst();
  }

  /**
   * The one that judges what Kafka gets at a moment, among those that the job takes.
   *
   * @param kafkaTime epoch milliseconds
   */
  public Optional<ScoringModelRelease> inForceAt(long kafkaTime) {
    ReleaseHistory history = ReleaseHistory.empty();
    for (ScoringModelRelease release : releases) {
      history = history.with(release(release)).history();
    }
    return history.isEmpty() ? Optional.empty() : version(history.inForceAt(kafkaTime).version());
  }

  private static Release release(ScoringModelRelease release) {
    return new Release(
        release.getModelId(),
        release.getVersion(),
        release.getEffectiveAt().toEpochMilli(),
        release.getYaml(),
        release.getSha256());
  }

  /** The one of the highest version, in effect or not. */
  public Optional<ScoringModelRelease> newest() {
    return releases.isEmpty() ? Optional.empty() : Optional.of(releases.get(releases.size() - 1));
  }
}
