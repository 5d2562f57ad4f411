package io.leadpulse.cli.simulate;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;

/**
 * A record as it goes into a topic. The arrays are shared; treat them as constant.
 *
 * @param subject the contract of the topic it belongs to
 * @param key the lead's id, or the visitor's where no lead is named, in UTF-8
 * @param value the framed Avro value; anything at all if the flaw says so
 */
public record SimulatedRecord(Subject<?> subject, byte[] key, byte[] value, Flaw flaw) {

  /** True unless it is a profile or a step of sales. */
  public boolean isEngagement() {
    return subject != Topics.LEAD_PROFILE && subject != Topics.SALES_ACTIVITY;
  }

  /** The same record with something wrong about it. */
  SimulatedRecord flawed(Flaw wrong, byte[] changed) {
    return new SimulatedRecord(subject, key, changed, wrong);
  }
}
