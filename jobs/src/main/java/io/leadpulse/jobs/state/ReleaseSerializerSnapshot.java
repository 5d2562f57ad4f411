package io.leadpulse.jobs.state;

import io.leadpulse.engine.release.Release;

/** Describes the layout of releases in a savepoint. */
public final class ReleaseSerializerSnapshot extends LayoutSnapshot<Release> {

  /** As Flink makes it when it reads a savepoint. */
  public ReleaseSerializerSnapshot() {
    super(new ReleaseSerializer());
  }
}
