package io.leadpulse.cli.stack;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import java.util.Map;

/**
 * How many records came to each outcome.
 *
 * @param bySource by source topic without prefix, then by outcome such as {@code dead-lettered}
 */
public record OutcomeTotals(Map<String, Map<String, Long>> bySource) {

  /** Records of one source topic, without prefix, that came to an outcome. */
  public long of(String source, String outcome) {
    return bySource.getOrDefault(source, Map.of()).getOrDefault(outcome, 0L);
  }

  /** Engagement records of all topics that came to an outcome. */
  public long engagements(String outcome) {
    long sum = 0;
    for (Subject<?> topic : Topics.ENGAGEMENTS) {
      sum += of(topic.name(), outcome);
    }
    return sum;
  }

  /** Engagement records that came to any outcome. */
  public long engagements() {
    long sum = 0;
    for (Subject<?> topic : Topics.ENGAGEMENTS) {
      for (long count : bySource.getOrDefault(topic.name(), Map.of()).values()) {
        sum += count;
      }
    }
    return sum;
  }
}
