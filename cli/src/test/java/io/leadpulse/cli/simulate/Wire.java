package io.leadpulse.cli.simulate;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/** Reads simulated records as their receivers do. */
final class Wire {
  private final Map<String, RecordDecoder<?>> decoders = new HashMap<>();

  Decoded<?> decode(SimulatedRecord record) {
    return decoders
        .computeIfAbsent(record.subject().name(), name -> decoder(record.subject()))
        .decode(record.value());
  }

  /** The value of a record that is readable. */
  GenericRecord value(SimulatedRecord record) {
    if (decode(record) instanceof Decoded.Value<?> value) {
      return (GenericRecord) value.value();
    }
    throw new AssertionError("Unreadable: " + decode(record));
  }

  /** When what a readable record tells of happened. */
  long at(SimulatedRecord record) {
    String field = record.subject() == Topics.LEAD_PROFILE ? "updatedAt" : "occurredAt";
    return ((Instant) value(record).get(field)).toEpochMilli();
  }

  private static RecordDecoder<?> decoder(Subject<?> subject) {
    return new RecordDecoder<>(subject, Limits.EVENT);
  }
}
