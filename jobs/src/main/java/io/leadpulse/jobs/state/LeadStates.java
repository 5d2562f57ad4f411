package io.leadpulse.jobs.state;

import io.leadpulse.engine.profile.Profile;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/**
 * The states of a lead in savepoints, for the job that writes them and for tools that read them.
 */
public final class LeadStates {
  private LeadStates() {}

  /** All that is kept of a lead but the profile, as bytes of the engine's codec. */
  public static ValueStateDescriptor<byte[]> lead() {
    return new ValueStateDescriptor<>("lead", new LeadStateSerializer());
  }

  public static ValueStateDescriptor<Profile> profile() {
    return new ValueStateDescriptor<>("profile", new ProfileSerializer());
  }
}
