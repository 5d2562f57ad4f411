package io.leadpulse.cli.simulate;

import io.leadpulse.schemas.Subject;
import org.apache.avro.specific.SpecificRecord;

/**
 * One thing a person did, before it is bytes.
 *
 * @param at when, in epoch milliseconds
 * @param order tells events of one instant apart: the order in which they were written down
 */
record Event(long at, int order, Subject<?> subject, SpecificRecord value)
    implements Comparable<Event> {

  /** True for the one event that a person's journey begins with. */
  boolean isFirst() {
    return order == 0;
  }

  @Override
  public int compareTo(Event other) {
    int byTime = Long.compare(at, other.at);
    return byTime != 0 ? byTime : Integer.compare(order, other.order);
  }
}
