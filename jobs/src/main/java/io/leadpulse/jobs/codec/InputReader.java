package io.leadpulse.jobs.codec;

import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.FieldDecoder;
import io.leadpulse.schemas.wire.FieldValues;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.Projection;

/** Reads the records of one topic about leads, of their fields those that the engine knows. */
abstract class InputReader extends RecordReader<FieldValues, SourceInput> {
  private final FieldDecoder<?> decoder;

  InputReader(Projection<?> fields, RecordFormat format) {
    decoder = format.decoder(fields, Limits.EVENT);
  }

  @Override
  final Decoded<FieldValues> decode(RawRecord raw) {
    return decoder.decode(raw.value());
  }

  /**
   * When what a record tells of happened, without making anything of the rest.
   *
   * @return epoch milliseconds; {@link InputCodec#NEVER} for a record that {@link #read} refuses
   */
  final long occurredAt(RawRecord raw) {
    if (!(decode(raw) instanceof Decoded.Value<FieldValues> decoded)) {
      return InputCodec.NEVER;
    }
    try {
      return check(decoded.value(), raw);
    } catch (Refusal refusal) {
      return InputCodec.NEVER;
    }
  }

  @Override
  final SourceInput translate(FieldValues value, RawRecord raw) throws Refusal {
    return make(value, raw, check(value, raw));
  }

  /**
   * Makes sure that all is there that no record can do without.
   *
   * @return when it happened, epoch milliseconds
   */
  abstract long check(FieldValues value, RawRecord raw) throws Refusal;

  /** The engine's value of a record that was checked. */
  abstract SourceInput make(FieldValues value, RawRecord raw, long occurredAt);
}
