package io.leadpulse.jobs.decode;

import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.HashMap;
import java.util.Map;

/** The input topics by their names in the broker. */
final class SourceTopics {
  private final Map<String, SourceTopic> sources = new HashMap<>();

  SourceTopics(String prefix) {
    for (SourceTopic source : SourceTopic.values()) {
      sources.put(source.topic(prefix), source);
    }
  }

  /**
   * The topic that a record is from.
   *
   * @throws IllegalStateException if the job was wired to a topic that it does not know
   */
  SourceTopic of(RawRecord raw) {
    SourceTopic source = sources.get(raw.topic());
    if (source == null) {
      throw new IllegalStateException("the job reads " + raw.topic() + ", which it does not know");
    }
    return source;
  }
}
