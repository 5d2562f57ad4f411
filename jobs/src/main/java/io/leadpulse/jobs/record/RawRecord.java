package io.leadpulse.jobs.record;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka record as it came. Its arrays are never written to.
 *
 * @param topic with the installation's prefix
 * @param recordedAt the record's timestamp, epoch milliseconds; negative if it has none
 */
public record RawRecord(
    String topic,
    int partition,
    long offset,
    long recordedAt,
    byte @Nullable [] key,
    byte @Nullable [] value) {
  /** Has to be named to every stream of this type: what Flink would find by itself copies bytes. */
  public static final TypeInformation<RawRecord> TYPE =
      new ImmutableType<>(RawRecord.class, new RawRecordSerializer());
}
