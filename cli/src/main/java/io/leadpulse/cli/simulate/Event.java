package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Truth;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import org.apache.avro.specific.SpecificRecord;

/**
 * One thing that happened to a lead, before it is bytes.
 *
 * @param at when, in epoch milliseconds
 * @param order tells events of one instant apart: the order in which they were written down
 * @param truth who did it
 * @param naming what it has to do with the cookie of the browser
 */
record Event(
    long at, int order, Subject<?> subject, SpecificRecord value, Truth truth, Naming naming)
    implements Comparable<Event> {

  /** True for the one event that a lead's journey begins with. */
  boolean isFirst() {
    return order == 0 && subject == Topics.LEAD_PROFILE;
  }

  /** What its record is keyed by. */
  byte[] key() {
    return Fields.key(value);
  }

  Event withValue(SpecificRecord changed) {
    return new Event(at, order, subject, changed, truth, naming);
  }

  @Override
  public int compareTo(Event other) {
    int byTime = Long.compare(at, other.at);
    return byTime != 0 ? byTime : Integer.compare(order, other.order);
  }
}
