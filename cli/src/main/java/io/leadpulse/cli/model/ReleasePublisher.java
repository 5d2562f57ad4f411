package io.leadpulse.cli.model;

import io.leadpulse.cli.stack.RecordSender;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.engine.release.Release;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Publishes models as releases. The key of a release is {@code model@version} in UTF-8, one for
 * each, so that compaction drops none.
 */
public final class ReleasePublisher {
  private final String bootstrap;
  private final String topicPrefix;
  private final Clock clock;

  private final RecordFormat format;

  /** For a stack without a schema registry. */
  public ReleasePublisher(String bootstrap, String topicPrefix, Clock clock) {
    this(bootstrap, topicPrefix, RecordFormat.singleObject(), clock);
  }

  /**
   * @param format of the records, in which releases can be written
   */
  ReleasePublisher(String bootstrap, String topicPrefix, RecordFormat format, Clock clock) {
    this.bootstrap = bootstrap;
    this.topicPrefix = topicPrefix;
    this.format = format;
    this.clock = clock;
  }

  /**
   * What came of publishing.
   *
   * @param release the one that is newest now
   * @param published false if the newest release had that very text already
   */
  public record Outcome(ScoringModelRelease release, boolean published) {}

  /**
   * Publishes a model unless the newest release has the same text.
   *
   * @param version null for the one after the highest
   * @param effectiveIn from now
   * @throws CliException if the version is taken or the topic holds releases of another model
   */
  public Outcome publish(ModelFile file, @Nullable Long version, Duration effectiveIn) {
    Optional<ScoringModelRelease> newest = ReleaseLog.read(bootstrap, topicPrefix, format).newest();
    newest.ifPresent(release -> requireSameModel(release, file));
    if (version == null && newest.filter(release -> sameText(release, file)).isPresent()) {
      return new Outcome(newest.get(), false);
    }
    long next = newest.map(release -> release.getVersion() + 1).orElse(1L);
    if (version != null && version < next) {
      throw new CliException(
          ExitCode.USAGE,
          "version %d is not above the newest, %d; leave out --version or give %d or more"
              .formatted(version, next - 1, next));
    }
    ScoringModelRelease release = release(file, version == null ? next : version, effectiveIn);
    send(release);
    return new Outcome(release, true);
  }

  private static void requireSameModel(ScoringModelRelease newest, ModelFile file) {
    String id = file.model().id();
    if (!newest.getModelId().equals(id)) {
      throw CliException.failure(
          "this stack scores by the model '%s', and %s is '%s'; give it that name or a stack of its own"
              .formatted(newest.getModelId(), file.file(), id));
    }
  }

  private static boolean sameText(ScoringModelRelease release, ModelFile file) {
    return release.getYaml().equals(file.yaml());
  }

  private ScoringModelRelease release(ModelFile file, long version, Duration effectiveIn) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    return ScoringModelRelease.newBuilder()
        .setModelId(file.model().id())
        .setVersion(version)
        .setPublishedAt(now)
        .setEffectiveAt(now.plus(effectiveIn))
        .setYaml(file.yaml())
        .setSha256(Release.sha256Of(file.yaml()))
        .build();
  }

  private void send(ScoringModelRelease release) {
    byte[] key =
        (release.getModelId() + "@" + release.getVersion()).getBytes(StandardCharsets.UTF_8);
    byte[] value = format.encoder(Topics.SCORING_MODEL).encode(release);
    try (RecordSender sender = new RecordSender(bootstrap)) {
      sender.send(Topics.SCORING_MODEL.topic(topicPrefix), key, value);
    }
  }
}
