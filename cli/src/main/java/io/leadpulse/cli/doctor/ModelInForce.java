package io.leadpulse.cli.doctor;

import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.kafka.KafkaSettings;
import io.leadpulse.jobs.kafka.PublishedReleases;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Whether there is a model to score by. */
final class ModelInForce implements Examination {
  private final KafkaSettings kafka;
  private final Supplier<RecordFormat> format;

  /**
   * @param format of the releases; failing if the registry cannot be used
   */
  ModelInForce(KafkaSettings kafka, Supplier<RecordFormat> format) {
    this.kafka = kafka;
    this.format = format;
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(Check.MODEL_PUBLISHED);
  }

  @Override
  public void examine(Findings findings) {
    List<Release> releases = new PublishedReleases(kafka, format.get()).load();
    releases.stream()
        .max(Comparator.comparingLong(Release::version))
        .ifPresentOrElse(
            newest ->
                findings.ok(
                    Check.MODEL_PUBLISHED,
                    "%d valid, the newest is %s, version %d",
                    releases.size(),
                    newest.modelId(),
                    newest.version()),
            () -> findings.problem(Check.MODEL_PUBLISHED, "no valid release"));
  }
}
