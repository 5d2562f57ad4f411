package io.leadpulse.jobs.score;

import java.util.Iterator;
import java.util.stream.Stream;

/** Ids of leads, one after the other; holds what the backend holds until it is closed. */
final class LeadIds implements AutoCloseable {
  private final Stream<String> stream;
  private final Iterator<String> ids;

  LeadIds(Stream<String> stream) {
    this.stream = stream;
    ids = stream.iterator();
  }

  boolean hasNext() {
    return ids.hasNext();
  }

  String next() {
    return ids.next();
  }

  @Override
  public void close() {
    stream.close();
  }
}
