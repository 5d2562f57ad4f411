package io.leadpulse.jobs.codec;

import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads the records of one topic. Never throws, whatever the bytes are. For one thread at a time.
 *
 * @param <C> the contract's type
 * @param <E> the engine's
 */
abstract class RecordReader<C extends SpecificRecord, E> {
  private final RecordDecoder<C> decoder;

  RecordReader(Subject<C> subject, Limits limits, RecordFormat format) {
    decoder = format.decoder(subject, limits);
  }

  final Reading<E> read(RawRecord raw) {
    Decoded<C> decoded = decoder.decode(raw.value());
    if (decoded instanceof Decoded.Failure<C> failure) {
      return new Reading.Refused<>(InputEnums.cause(failure.cause()), failure.detail());
    }
    try {
      C value = ((Decoded.Value<C>) decoded).value();
      return new Reading.Value<>(translate(value, raw));
    } catch (Refusal refusal) {
      return new Reading.Refused<>(refusal.reason(), String.valueOf(refusal.getMessage()));
    }
  }

  abstract E translate(C value, RawRecord raw) throws Refusal;
}
