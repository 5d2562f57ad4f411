package io.leadpulse.cli.read;

import io.leadpulse.cli.topic.TopicRecord;
import java.util.List;
import java.util.Optional;

/**
 * What a list makes of the records of a topic.
 *
 * @param <T> value of a record
 * @param <R> row of the list
 */
interface Gathering<T, R> {

  /** Takes one of those that are there. */
  void take(TopicRecord<T> message);

  /** The rows of those that are there, in the list's order. */
  List<R> rows(int limit);

  /** The row of one that came later; empty if it is not asked for. */
  Optional<R> next(TopicRecord<T> message);
}
