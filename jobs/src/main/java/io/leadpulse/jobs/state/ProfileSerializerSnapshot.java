package io.leadpulse.jobs.state;

import io.leadpulse.engine.profile.Profile;

/** Describes the layout of profiles in a savepoint. */
public final class ProfileSerializerSnapshot extends LayoutSnapshot<Profile> {

  /** As Flink makes it when it reads a savepoint. */
  public ProfileSerializerSnapshot() {
    super(new ProfileSerializer());
  }
}
