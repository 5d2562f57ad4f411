package io.leadpulse.jobs.kafka;

import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.codec.ReleaseCodec;
import io.leadpulse.schemas.Topics;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The releases of the scoring model that are in Kafka right now, read apart from any stream. */
public final class PublishedReleases implements Serializable {
  private final KafkaSettings kafka;

  public PublishedReleases(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /**
   * All valid releases, in the order in which they were published. Invalid ones are left out: they
   * come by the stream as well and become dead letters there.
   *
   * @throws IllegalStateException if the topic is missing or cannot be read to its end
   */
  public List<Release> load() {
    ReleaseCodec codec = new ReleaseCodec();
    List<Release> releases = new ArrayList<>();
    TopicScan.read(
        kafka,
        List.of(Topics.SCORING_MODEL.topic(kafka.topicPrefix())),
        record -> {
          if (codec.read(record) instanceof Reading.Value<Release> valid) {
            releases.add(valid.value());
          }
        });
    return releases;
  }
}
