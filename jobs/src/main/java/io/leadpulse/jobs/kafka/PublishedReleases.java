package io.leadpulse.jobs.kafka;

import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.codec.HiddenReleasesException;
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
   * @throws HiddenReleasesException if the registry does not answer for the schema of a release: it
   *     is no invalid one
   * @throws IllegalStateException if the topic is missing or cannot be read to its end
   */
  public List<Release> load() {
    ReleaseCodec codec = new ReleaseCodec(format);
    List<Release> releases = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    TopicScan.read(
        kafka,
        List.of(Topics.SCORING_MODEL.topic(kafka.topicPrefix())),
        record -> {
          Reading<Release> reading = codec.read(record);
          if (reading instanceof Reading.Value<Release> valid) {
            releases.add(valid.value());
          } else if (reading instanceof Reading.Refused<Release> refused
              && refused.cause() == RefusalCause.SCHEMA_UNAVAILABLE) {
            hidden.add(refused.detail());
          }
        });
    if (!hidden.isEmpty()) {
      throw new HiddenReleasesException("a release cannot be read: " + hidden.get(0), releases);
    }
    return releases;
  }
}
