package io.leadpulse.jobs.kafka;

import io.leadpulse.engine.identity.IdentityChange;
import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.decode.TimeRules;
import io.leadpulse.jobs.record.LeadInput.Identified;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.jobs.resolve.HistoryEnd;
import io.leadpulse.jobs.resolve.IdentityLoader;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The merges, splits and erasures that are in Kafka, read apart from any stream.
 *
 * @param times by which the stream refuses records
 * @param end up to which they are read
 */
public record PublishedIdentities(
    KafkaSettings kafka, TimeRules times, RecordFormat format, HistoryEnd end)
    implements IdentityLoader {
  /** Partitions have no order among each other but that of Kafka's time. */
  private static final Comparator<Identified> BY_ARRIVAL =
      Comparator.comparingLong(Identified::recordedAt)
          .thenComparingInt(Identified::partition)
          .thenComparingLong(Identified::offset);

  /**
   * Those that are there now.
   *
   * @throws IllegalStateException if the topic is missing
   */
  public static PublishedIdentities upToNow(
      KafkaSettings kafka, TimeRules times, RecordFormat format) {
    HistoryEnd end = new HistoryEnd(TopicScan.ends(kafka, topic(kafka)));
    return new PublishedIdentities(kafka, times, format, end);
  }

  private static String topic(KafkaSettings kafka) {
    return SourceTopic.IDENTITY.topic(kafka.topicPrefix());
  }

  /**
   * The valid ones. Invalid ones are left out: they come by the stream as well and become dead
   * letters there.
   *
   * @throws IllegalStateException if the topic is missing or cannot be read to the end, or the
   *     registry does not answer for the schema of a record: it is no invalid one
   */
  @Override
  public List<IdentityChange> load(HistoryEnd until) {
    InputCodec codec = new InputCodec(format);
    List<Identified> changes = new ArrayList<>();
    TopicScan.read(
        kafka,
        topic(kafka),
        until.offsets(),
        raw -> {
          if (until.covers(raw.partition(), raw.offset())
              && change(codec, raw) instanceof Identified change) {
            changes.add(change);
          }
        });
    changes.sort(BY_ARRIVAL);
    return changes.stream().map(Identified::change).toList();
  }

  private @Nullable SourceInput change(InputCodec codec, RawRecord raw) {
    Reading<SourceInput> reading = codec.read(SourceTopic.IDENTITY, raw);
    if (reading instanceof Reading.Refused<SourceInput> refused) {
      if (refused.cause() == RefusalCause.SCHEMA_UNAVAILABLE) {
        throw new IllegalStateException("a change of identity cannot be read: " + refused.detail());
      }
      return null;
    }
    SourceInput input = ((Reading.Value<SourceInput>) reading).value();
    return times.isFromFuture(input) ? null : input;
  }
}
