package io.leadpulse.cli.erase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place that was searched for a lead, and what is left there.
 *
 * @param name of the topic, with prefix, or of the checkpoint
 * @param looked false if it could not be searched; {@code note} says why
 * @param records that name the lead, tombstones among them; of state, entries
 * @param tombstones records that have a key and no value
 * @param oldest when Kafka got the first of them; null without any, and of state
 * @param newest when Kafka got the last of them
 * @param goneBy when the last of them is gone; null if nothing is left, or if it does not go by
 *     itself
 * @param note why it is there, or goes
 */
record Place(
    String name,
    Kind kind,
    boolean looked,
    long records,
    long tombstones,
    @Nullable Instant oldest,
    @Nullable Instant newest,
    @Nullable Instant goneBy,
    String note) {

  /** Whose a place is; named as it is shown. */
  enum Kind {
    /** A topic that others write and Leadpulse reads. */
    input,

    /** A topic that Leadpulse writes. */
    derived,

    /** State of the job. */
    state
  }

  /** One that could not be searched. */
  static Place notLooked(String name, Kind kind, String why) {
    return new Place(name, kind, false, 0, 0, null, null, null, why);
  }

  /** State of the job, with its number of entries. */
  static Place ofState(String name, long entries, @Nullable Instant goneBy, String note) {
    return new Place(name, Kind.state, true, entries, 0, null, null, goneBy, note);
  }
}
