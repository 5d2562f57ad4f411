package io.leadpulse.cli.model;

import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.topic.TopicReader;
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
   * The one that judges what Kafka gets at a moment.
   *
   * @param kafkaTime epoch milliseconds
   */
  public Optional<ScoringModelRelease> inForceAt(long kafkaTime) {
    for (int i = releases.size() - 1; i > 0; i--) {
      if (releases.get(i).getEffectiveAt().toEpochMilli() <= kafkaTime) {
        return Optional.of(releases.get(i));
      }
    }
    return releases.stream().findFirst();
  }

  /** The one of the highest version, in effect or not. */
  public Optional<ScoringModelRelease> newest() {
    return releases.isEmpty() ? Optional.empty() : Optional.of(releases.get(releases.size() - 1));
  }
}
