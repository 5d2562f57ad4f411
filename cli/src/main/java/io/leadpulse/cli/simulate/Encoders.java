package io.leadpulse.cli.simulate;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Turns the values of all simulated topics into bytes. */
final class Encoders {
  static final List<Subject<?>> SUBJECTS =
      List.of(
          Topics.WEB_ACCESS,
          Topics.EMAIL_ENGAGEMENT,
          Topics.WEBINAR_ENGAGEMENT,
          Topics.OFFLINE_ENGAGEMENT,
          Topics.LEAD_PROFILE,
          Topics.SALES_ACTIVITY,
          Topics.IDENTITY);

  private final Map<Subject<?>, Function<SpecificRecord, byte[]>> encoders =
      new IdentityHashMap<>();

  Encoders(RecordFormat format) {
    SUBJECTS.forEach(subject -> encoders.put(subject, encoder(subject, format)));
  }

  byte[] encode(Subject<?> subject, SpecificRecord value) {
    Function<SpecificRecord, byte[]> encoder = encoders.get(subject);
    if (encoder == null) {
      throw new IllegalArgumentException("Nothing is simulated for " + subject.name());
    }
    return encoder.apply(value);
  }

  private static <T extends SpecificRecord> Function<SpecificRecord, byte[]> encoder(
      Subject<T> subject, RecordFormat format) {
    RecordEncoder<T> encoder = format.encoder(subject);
    return value -> encoder.encode(subject.type().cast(value));
  }
}
