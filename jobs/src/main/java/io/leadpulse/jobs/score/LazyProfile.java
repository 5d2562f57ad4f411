package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.record.Payloads;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A lead's profile, read from the store when the scorer first asks: most events never do, and most
 * leads have none, which is noted with their state. Of a lead that others were merged into it is
 * the newest of theirs and its own.
 */
final class LazyProfile implements Supplier<Profile> {
  private final LeadStore store;
  private String leadId = "";
  private LeadState state = new LeadState();
  private @Nullable Profile profile;

  LazyProfile(LeadStore store) {
    this.store = store;
  }

  /** Turns to another lead, or to the same one anew. */
  LazyProfile of(String lead, LeadState itsState) {
    leadId = lead;
    state = itsState;
    profile = itsState.isProfileless() && !itsState.isMerged() ? Profile.UNKNOWN : null;
    return this;
  }

  @Override
  public Profile get() {
    Profile known = profile;
    if (known == null) {
      known = newest();
      profile = known;
    }
    return known;
  }

  private Profile newest() {
    Profile own = state.isProfileless() ? null : store.profile(leadId);
    state.profileless(own == null);
    byte[] merged = state.aliasProfile(own == null ? Long.MIN_VALUE : own.updatedAt());
    if (merged != null) {
      return Payloads.profile(merged);
    }
    return own == null ? Profile.UNKNOWN : own;
  }
}
