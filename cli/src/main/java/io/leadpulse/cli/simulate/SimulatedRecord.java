package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Claim;
import io.leadpulse.cli.truth.Exhibit;
import io.leadpulse.cli.truth.Truth;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;

/**
 * A record as it goes into a topic, and beside it what does not go there. The arrays are shared;
 * treat them as constant.
 *
 * @param subject the contract of the topic it belongs to
 * @param key the lead's id, or the visitor's where no lead is named, in UTF-8
 * @param value the framed Avro value; anything at all if the flaw says so
 * @param exhibit what it says and who really acted; copies share the truth
 */
public record SimulatedRecord(
    Subject<?> subject, byte[] key, byte[] value, Flaw flaw, Exhibit exhibit) {

  /** True unless it is a profile, a step of sales or something about who somebody is. */
  public boolean isEngagement() {
    return Topics.ENGAGEMENTS.contains(subject);
  }

  public Claim claim() {
    return exhibit.claim();
  }

  public Truth truth() {
    return exhibit.truth();
  }

  /** The same record with something wrong about it. */
  SimulatedRecord flawed(Flaw wrong, byte[] changed) {
    return new SimulatedRecord(subject, key, changed, wrong, exhibit);
  }

  /** The same with other bytes, of which another id can be read, or none. */
  SimulatedRecord flawed(Flaw wrong, byte[] changed, String eventId) {
    Exhibit other = new Exhibit(claim(), truth().withEventId(eventId));
    return new SimulatedRecord(subject, key, changed, wrong, other);
  }
}
