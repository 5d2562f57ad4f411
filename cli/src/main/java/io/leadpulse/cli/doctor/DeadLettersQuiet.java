package io.leadpulse.cli.doctor;

import io.leadpulse.cli.terminal.Spans;
import io.leadpulse.cli.topic.Offsets;
import io.leadpulse.schemas.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** Whether records were set aside lately. */
final class DeadLettersQuiet implements Examination {
  private static final Duration LATELY = Duration.ofHours(1);

  private final Admin admin;
  private final String topic;
  private final InstantSource clock;

  DeadLettersQuiet(Admin admin, String prefix, InstantSource clock) {
    this.admin = admin;
    this.clock = clock;
    topic = Topics.DEAD_LETTER.topic(prefix);
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(Check.DEAD_LETTERS);
  }

  @Override
  public void examine(Findings findings) {
    Offsets offsets = new Offsets(admin);
    Map<TopicPartition, Long> since =
        offsets.since(List.of(topic), clock.millis() - LATELY.toMillis());
    long recent = 0;
    for (Map.Entry<TopicPartition, Long> end : offsets.ends(List.of(topic)).entrySet()) {
      recent += end.getValue() - since.getOrDefault(end.getKey(), 0L);
    }
    if (recent > 0) {
      findings.warning(
          Check.DEAD_LETTERS,
          "up to %d in %s within %s; marks of transactions count with them",
          recent,
          topic,
          Spans.of(LATELY));
    } else {
      findings.ok(Check.DEAD_LETTERS, "none in %s within %s", topic, Spans.of(LATELY));
    }
  }
}
