package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.ImmutableType;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * The part of an event that a scoring job would need, and no more: what crosses the network in the
 * lean peers. Its arrays are never written to.
 *
 * @param source ordinal of the topic
 * @param kind ordinal of the event's kind in its topic
 * @param details the fields that tell what it was about, as Avro wrote them
 */
record LeanEvent(
    byte source, byte kind, String lead, byte[] eventId, long occurredAt, byte[] details) {
  static final TypeInformation<LeanEvent> TYPE =
      new ImmutableType<>(LeanEvent.class, new LeanSerializer());
}
