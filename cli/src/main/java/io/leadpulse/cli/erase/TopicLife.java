package io.leadpulse.cli.erase;

import io.leadpulse.cli.terminal.Spans;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * How long a topic keeps what is in it, by its own settings; milliseconds.
 *
 * <p>Kafka removes whole segments, and never compacts the one that it writes to. A record is at
 * most {@code roll} older than the last one of its segment, given that its partition is written to.
 *
 * @param deletes whether segments go by age
 * @param compacts whether rows go that were replaced
 * @param retention of a segment after its last record; below 0 for ever
 * @param roll after which a segment is closed
 * @param compactionLag after which a closed segment is compacted at the latest
 * @param tombstones how long a tombstone stays after that
 */
record TopicLife(
    boolean deletes,
    boolean compacts,
    long retention,
    long roll,
    long compactionLag,
    long tombstones) {

  /** Kafka looks every five minutes by default, and deletes a file a minute after it gave it up. */
  private static final Duration LOOKS = Duration.ofMinutes(10);

  /** More milliseconds than this are meant as no bound. */
  private static final long BOUND = Duration.ofDays(36_500).toMillis();

  /**
   * By when all is gone.
   *
   * @param goneBy null if there is nothing, or if it does not go by itself
   * @param note what this follows from
   */
  record Expiry(@Nullable Instant goneBy, String note) {}

  static TopicLife of(Config config) {
    String policy = value(config, TopicConfig.CLEANUP_POLICY_CONFIG);
    boolean compacts = policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT);
    long lag = number(config, TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG);
    long segment = number(config, TopicConfig.SEGMENT_MS_CONFIG);
    return new TopicLife(
        policy.contains(TopicConfig.CLEANUP_POLICY_DELETE),
        compacts,
        number(config, TopicConfig.RETENTION_MS_CONFIG),
        compacts ? Math.min(segment, lag) : segment,
        lag,
        number(config, TopicConfig.DELETE_RETENTION_MS_CONFIG));
  }

  private static String value(Config config, String key) {
    ConfigEntry entry = config.get(key);
    return entry == null || entry.value() == null ? "" : entry.value();
  }

  private static long number(Config config, String key) {
    return Long.parseLong(value(config, key));
  }

  /** By when what was found is gone. */
  Expiry expiry(Traces traces) {
    if (traces.records() == 0) {
      return new Expiry(null, "");
    }
    Expiry byAge = deletes ? byAge(traces) : null;
    Expiry byCompaction = compacts ? byCompaction(traces) : null;
    if (byAge == null || byCompaction == null) {
      return byAge == null ? orNever(byCompaction) : byAge;
    }
    return isSooner(byCompaction, byAge) ? byCompaction : byAge;
  }

  private static Expiry orNever(@Nullable Expiry expiry) {
    return expiry == null ? new Expiry(null, "the topic has no cleanup.policy") : expiry;
  }

  private static boolean isSooner(Expiry one, Expiry other) {
    return one.goneBy != null && (other.goneBy == null || one.goneBy.isBefore(other.goneBy));
  }

  private Expiry byAge(Traces traces) {
    if (retention < 0 || retention > BOUND || roll > BOUND) {
      return new Expiry(null, "kept for ever: retention.ms or segment.ms has no bound");
    }
    return new Expiry(
        after(traces.newest(), retention + roll),
        "kept %s, in segments of %s".formatted(Spans.of(retention), Spans.of(roll)));
  }

  private Expiry byCompaction(Traces traces) {
    Instant replaced = traces.replacedAt();
    if (replaced == null) {
      return new Expiry(null, "nothing has replaced its row: compaction keeps it");
    }
    if (compactionLag > BOUND || tombstones > BOUND) {
      return new Expiry(
          null, "replaced; max.compaction.lag.ms or delete.retention.ms has no bound");
    }
    long pass = roll + compactionLag;
    long left = traces.tombstones() == 0 ? pass : pass + tombstones + pass;
    return new Expiry(
        after(replaced, left),
        "replaced; compacted within %s, tombstones kept %s"
            .formatted(Spans.of(pass), Spans.of(tombstones)));
  }

  private static @Nullable Instant after(@Nullable Instant start, long millis) {
    return start == null ? null : start.plusMillis(millis).plus(LOOKS);
  }
}
