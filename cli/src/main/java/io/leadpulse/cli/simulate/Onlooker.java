package io.leadpulse.cli.simulate;

import org.apache.kafka.clients.producer.RecordMetadata;

/** Sees the records on their way to Kafka. */
public interface Onlooker {
  /** One that does not look. */
  Onlooker NONE = new Onlooker() {};

  /** A record is about to be sent; in the order of the stream. */
  default void sending(SimulatedRecord record, String topic) {}

  /** The broker has taken a record; those of one partition in order, on the producer's thread. */
  default void taken(SimulatedRecord record, RecordMetadata where) {}
}
