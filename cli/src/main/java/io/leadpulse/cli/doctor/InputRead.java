package io.leadpulse.cli.doctor;

import io.leadpulse.cli.stack.Answer;
import io.leadpulse.cli.terminal.Spans;
import io.leadpulse.cli.topic.CommittedRecords;
import io.leadpulse.cli.topic.Offsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the job is behind its input, as of its last checkpoint: it commits its offsets there. How
 * long a record waits matters, not how many do.
 */
final class InputRead implements Examination {
  private static final Duration LATE = Duration.ofMinutes(5);
  private static final Duration FAR_TOO_LATE = Duration.ofHours(1);

  private final Admin admin;
  private final String groupId;
  private final List<String> topics;
  private final CommittedRecords records;
  private final InstantSource clock;

  /**
   * @param topics that the job reads
   */
  InputRead(
      Admin admin,
      String groupId,
      List<String> topics,
      CommittedRecords records,
      InstantSource clock) {
    this.admin = admin;
    this.groupId = groupId;
    this.records = records;
    this.clock = clock;
    this.topics = topics;
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(Check.LAG);
  }

  @Override
  public void examine(Findings findings) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        Answer.of(
            admin.listConsumerGroupOffsets(groupId).partitionsToOffsetAndMetadata(),
            "the offsets of " + groupId);
    if (committed.isEmpty()) {
      findings.notChecked(
          Check.LAG,
          "group %s committed no offset yet: nothing was read, or no checkpoint is complete",
          groupId);
      return;
    }
    Map<TopicPartition, Long> read = new HashMap<>();
    committed.forEach((partition, at) -> read.put(partition, at == null ? 0L : at.offset()));
    Offsets offsets = new Offsets(admin);
    long now = clock.millis();
    long lag = behind(read, offsets.ends(topics));
    Severity severity = Severity.ok;
    if (records.isAnyBetween(read, offsets.since(topics, now - FAR_TOO_LATE.toMillis()))) {
      severity = Severity.problem;
    } else if (records.isAnyBetween(read, offsets.since(topics, now - LATE.toMillis()))) {
      severity = Severity.warning;
    }
    findings.add(Check.LAG, severity, "up to %d records not read, %s", lag, words(severity));
  }

  private static String words(Severity severity) {
    return switch (severity) {
      case problem -> "some since more than " + Spans.of(FAR_TOO_LATE);
      case warning -> "some since more than " + Spans.of(LATE);
      default -> "none for longer than " + Spans.of(LATE);
    };
  }

  /** Records before {@code limits} that were not read; marks of transactions count with them. */
  private static long behind(Map<TopicPartition, Long> read, Map<TopicPartition, Long> limits) {
    long behind = 0;
    for (Map.Entry<TopicPartition, Long> limit : limits.entrySet()) {
      behind += Math.max(0, limit.getValue() - read.getOrDefault(limit.getKey(), 0L));
    }
    return behind;
  }
}
