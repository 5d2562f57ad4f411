package io.leadpulse.cli.read;

import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Reads records of a compacted topic with their keys. */
final class RowDecoder<K extends SpecificRecord, V extends SpecificRecord> {
  private final String topic;
  private final RecordDecoder<K> keys;
  private final Function<V, K> keyOf;
  private final Consumer<String> notices;

  /**
   * @param subject of the rows
   * @param keySubject of their keys
   * @param keyOf the key that a row has
   */
  RowDecoder(
      RecordFormat format,
      Subject<V> subject,
      Subject<K> keySubject,
      Function<V, K> keyOf,
      Consumer<String> notices) {
    keys = format.decoder(keySubject, Limits.RESULT);
    this.keyOf = keyOf;
    this.notices = notices;
    topic = subject.name();
  }

  /** What the record says; empty, and told, if it takes away a row but cannot say which. */
  Optional<RowChange<K, V>> decode(TopicRecord<V> message) {
    V row = message.value();
    if (row != null) {
      return Optional.of(new RowChange<>(keyOf.apply(row), row));
    }
    if (keys.decode(message.key()) instanceof Decoded.Value<K> key) {
      return Optional.of(new RowChange<>(key.value(), null));
    }
    notices.accept(
        "%s: partition %d, offset %d has a key that cannot be read and is left out"
            .formatted(topic, message.partition(), message.offset()));
    return Optional.empty();
  }
}
