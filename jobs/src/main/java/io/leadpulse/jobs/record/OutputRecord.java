package io.leadpulse.jobs.record;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * One record to be produced, already encoded. Its arrays are never written to again.
 *
 * @param value null says that the key's row is gone
 * @param messageId by which readers drop repeats of an alert or hand-off; empty for other topics
 */
public record OutputRecord(
    OutputTopic topic, byte[] key, byte @Nullable [] value, String messageId) {
  /** Has to be named to every stream of this type: what Flink would find by itself is refused. */
  public static final TypeInformation<OutputRecord> TYPE =
      new ImmutableType<>(OutputRecord.class, new OutputRecordSerializer());

  /** A record of a topic other than that of the alerts. */
  public static OutputRecord of(OutputTopic topic, byte[] key, byte @Nullable [] value) {
    return new OutputRecord(topic, key, value, "");
  }
}
