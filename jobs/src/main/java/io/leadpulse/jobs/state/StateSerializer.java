package io.leadpulse.jobs.state;

import io.leadpulse.jobs.record.ImmutableSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * The part that serializers of our state have in common. Values never change once they are stored,
 * so a copy is the value itself and the heap backend may keep the very object it was given.
 *
 * <p>Every value names its own layout, so a restored savepoint needs no migration: old values are
 * read as they are and written in the newest layout when they next change.
 */
abstract class StateSerializer<T> extends ImmutableSerializer<T> {

  /** The newest layout, the one that is written; every older one is still read. */
  abstract int layout();

  @Override
  public final TypeSerializer<T> duplicate() {
    return this;
  }
}
