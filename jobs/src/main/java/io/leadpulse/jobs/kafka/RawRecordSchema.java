package io.leadpulse.jobs.kafka;

import io.leadpulse.jobs.record.RawRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records as they are. Reading them here would let bad bytes stop the source. */
final class RawRecordSchema implements KafkaRecordDeserializationSchema<RawRecord> {

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> from, Collector<RawRecord> out) {
    out.collect(raw(from));
  }

  static RawRecord raw(ConsumerRecord<byte[], byte[]> from) {
    return new RawRecord(
        from.topic(), from.partition(), from.offset(), from.timestamp(), from.key(), from.value());
  }

  @Override
  public TypeInformation<RawRecord> getProducedType() {
    return RawRecord.TYPE;
  }
}
