package io.leadpulse.cli.model;

import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Topics;
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

  /** Reads the topic to its end. */
  public static ReleaseLog read(String bootstrap, String topicPrefix) {
    List<ScoringModelRelease> releases = new ArrayList<>();
    try (TopicReader<ScoringModelRelease> reader =
        new TopicReader<>(
            bootstrap, topicPrefix, Topics.SCORING_MODEL, Limits.MODEL, notice -> {})) {
      reader.readToEnd(message -> message.ifValue(releases::add));
    }
    return new ReleaseLog(releases);
  }

  /** The one of the highest version, in effect or not. */
  public Optional<ScoringModelRelease> newest() {
    return releases.isEmpty() ? Optional.empty() : Optional.of(releases.get(releases.size() - 1));
  }
}
