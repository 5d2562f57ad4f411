package io.leadpulse.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import io.leadpulse.schemas.wire.RecordEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records of the contracts as Kafka would bring or take them. */
final class Wire {
  private Wire() {}

  static <T extends SpecificRecord> RawRecord raw(
      Subject<T> subject, T value, int partition, long offset, long recordedAt) {
    return new RawRecord(
        subject.topic("leadpulse."),
        partition,
        offset,
        recordedAt,
        new byte[] {1},
        new RecordEncoder<>(subject).encode(value));
  }

  static <T extends SpecificRecord> T decode(Subject<T> subject, byte @Nullable [] bytes) {
    Decoded<T> decoded = new RecordDecoder<>(subject, Limits.DEAD_LETTER).decode(bytes);
    assertThat(decoded).isInstanceOf(Decoded.Value.class);
    return ((Decoded.Value<T>) decoded).value();
  }
}
