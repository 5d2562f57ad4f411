package io.leadpulse.jobs.kafka;

import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.codec.ReleaseCodec;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The releases of the scoring model that are in Kafka right now, read apart from any stream. */
public final class PublishedReleases implements Serializable {
  private final KafkaSettings kafka;
  private final RecordFormat format;

  public PublishedReleases(KafkaSettings kafka, RecordFormat format) {
    this.kafka = kafka;
    this.format = format;
  }

  /**
   * All valid releases, in the order in which they were published. Invalid ones are left out: they
   * come by the stream as well and become dead letters there.
   *
   * @throws IllegalStateException if the topic is missing or cannot be read to its end, or the
   *     registry does not answer for the schema of a release
   */
  public List<Release> load() {
    ReleaseCodec codec = new ReleaseCodec(format);
    List<Release> releases = new ArrayList<>();
    TopicScan.read(
        kafka,
        List.of(Topics.SCORING_MODEL.topic(kafka.topicPrefix())),
        record -> {
          Reading<Release> reading = codec.read(record);
          if (reading instanceof Reading.Value<Release> valid) {
            releases.add(valid.value());
          } else if (reading instanceof Reading.Refused<Release> refused) {
            requireAvailable(refused);
          }
        });
    return releases;
  }

  /** A release that only the registry's absence hides is no invalid one; the job tries again. */
  private static void requireAvailable(Reading.Refused<Release> refused) {
    if (refused.cause() == RefusalCause.SCHEMA_UNAVAILABLE) {
      throw new IllegalStateException("a release cannot be read: " + refused.detail());
    }
  }
}
