package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Input topics by their names in the broker. */
final class TopicNames {
  private final Map<String, SourceTopic> sources = new HashMap<>();

  /**
   * @param prefix of the installation's topics
   */
  TopicNames(String prefix) {
    for (SourceTopic source : SourceTopic.values()) {
      sources.put(source.topic(prefix), source);
    }
  }

  SourceTopic of(RawRecord raw) {
    return Objects.requireNonNull(sources.get(raw.topic()), raw.topic());
  }
}
