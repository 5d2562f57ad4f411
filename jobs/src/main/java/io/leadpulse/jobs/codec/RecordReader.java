package io.leadpulse.jobs.codec;

import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.wire.Decoded;

/**
 * Reads the records of one topic. Never throws, whatever the bytes are. For one thread at a time.
 *
 * @param <V> what the contract's decoder makes of the bytes
 * @param <E> the engine's type
 */
abstract class RecordReader<V, E> {

  Reading<E> read(RawRecord raw) {
    Decoded<V> decoded = decode(raw);
    if (decoded instanceof Decoded.Failure<V> failure) {
      return new Reading.Refused<>(InputEnums.cause(failure.cause()), failure.detail());
    }
    try {
      V value = ((Decoded.Value<V>) decoded).value();
      return new Reading.Value<>(translate(value, raw));
    } catch (Refusal refusal) {
      return new Reading.Refused<>(refusal.reason(), String.valueOf(refusal.getMessage()));
    }
  }

  abstract Decoded<V> decode(RawRecord raw);

  abstract E translate(V value, RawRecord raw) throws Refusal;
}
