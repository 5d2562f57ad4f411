package io.leadpulse.cli.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicLifeTest {
  private static final Instant START = Instant.parse("2026-11-28T00:00:00Z");
  private static final Duration LOOKS = Duration.ofMinutes(10);
  private static final String HOUR = "3600000";
  private static final String DAY = "86400000";

  private final Traces traces = new Traces();

  @Test
  void aTopicThatForgetsByAgeKeepsTheLastRecordAndItsSegment() {
    record(0, "lead-7", 1, true);
    record(5, "lead-7", 1, true);
    TopicLife life = life("delete", Map.of("retention.ms", DAY, "segment.ms", HOUR));
    assertThat(traces.oldest()).isEqualTo(hour(0));
    assertThat(life.expiry(traces).goneBy()).isEqualTo(hour(5 + 24 + 1).plus(LOOKS));
    assertThat(life.expiry(traces).note()).isEqualTo("kept 1 d, in segments of 1 h");
  }

  @Test
  void aTopicWithoutABoundKeepsForEver() {
    record(0, "lead-7", 1, true);
    assertThat(life("delete", Map.of("retention.ms", "-1")).expiry(traces).goneBy()).isNull();
  }

  @Test
  void aRowThatStandsDoesNotGo() {
    record(0, "lead-7", null, true);
    record(1, "lead-7", 1, true);
    TopicLife.Expiry expiry = life("compact", compacted()).expiry(traces);
    assertThat(expiry.goneBy()).isNull();
    assertThat(expiry.note()).isEqualTo("nothing has replaced its row: compaction keeps it");
  }

  @Test
  void aTombstoneIsCompactedTwiceAndTheValueBeforeItOnce() {
    record(0, "lead-7", 1, true);
    record(3, "lead-7", null, true);
    TopicLife life = life("compact", compacted());
    assertThat(life.expiry(traces).goneBy()).isEqualTo(hour(3 + 5 + 12 + 5).plus(LOOKS));
    assertThat(traces.records()).isEqualTo(2);
    assertThat(traces.tombstones()).isEqualTo(1);
  }

  @Test
  void aRowThatNamesTheLeadNoMoreHasReplacedTheOneThatDid() {
    record(0, "lead-1", 1, true);
    assertThat(traces.hasStandingRow()).isTrue();
    record(2, "lead-1", 1, false);
    assertThat(life("compact", compacted()).expiry(traces).goneBy())
        .isEqualTo(hour(2 + 5).plus(LOOKS));
  }

  @Test
  void compactionWithoutABoundMayWaitForEver() {
    record(0, "lead-7", null, true);
    Map<String, String> unbounded =
        Map.of("max.compaction.lag.ms", Long.toString(Long.MAX_VALUE), "segment.ms", HOUR);
    assertThat(life("compact", unbounded).expiry(traces).goneBy()).isNull();
  }

  @Test
  void compactionClosesASegmentThatWouldStayOpenForLonger() {
    record(0, "lead-1", 1, true);
    record(2, "lead-1", 1, false);
    Map<String, String> hoursAndDays =
        Map.of("max.compaction.lag.ms", "14400000", "segment.ms", DAY);
    assertThat(life("compact", hoursAndDays).expiry(traces).goneBy())
        .isEqualTo(hour(2 + 4 + 4).plus(LOOKS));
  }

  @Test
  void whatIsSoonerCountsOfBothPolicies() {
    record(0, "lead-7", 1, true);
    TopicLife life = life("compact,delete", compacted());
    assertThat(life.expiry(traces).goneBy()).isEqualTo(hour(7 * 24 + 1).plus(LOOKS));
    record(1, "lead-7", null, true);
    assertThat(life.expiry(traces).goneBy()).isEqualTo(hour(1 + 5 + 12 + 5).plus(LOOKS));
  }

  @Test
  void nothingThatIsThereNeedsNoTime() {
    assertThat(life("delete", Map.of()).expiry(traces).goneBy()).isNull();
    record(0, "lead-7", 1, false);
    assertThat(traces.records()).isZero();
    assertThat(traces.newest()).isNull();
  }

  private static Map<String, String> compacted() {
    return Map.of(
        "max.compaction.lag.ms", "14400000",
        "segment.ms", HOUR,
        "delete.retention.ms", "43200000");
  }

  private static TopicLife life(String policy, Map<String, String> settings) {
    return TopicLife.of(config(policy, settings));
  }

  /** With Kafka's defaults. */
  static Config config(String policy, Map<String, String> settings) {
    return new Config(
        Map.of(
                "cleanup.policy",
                policy,
                "retention.ms",
                "604800000",
                "segment.ms",
                "604800000",
                "max.compaction.lag.ms",
                Long.toString(Long.MAX_VALUE),
                "delete.retention.ms",
                DAY)
            .entrySet()
            .stream()
            .map(e -> new ConfigEntry(e.getKey(), settings.getOrDefault(e.getKey(), e.getValue())))
            .toList());
  }

  private void record(int hour, String key, @Nullable Integer value, boolean names) {
    traces.take(
        new ConsumerRecord<>(
            "t",
            0,
            hour,
            hour(hour).toEpochMilli(),
            TimestampType.LOG_APPEND_TIME,
            1,
            1,
            key.getBytes(),
            value == null ? null : new byte[] {value.byteValue()},
            new RecordHeaders(),
            java.util.Optional.empty()),
        names);
  }

  private static Instant hour(int hours) {
    return START.plus(Duration.ofHours(hours));
  }
}
