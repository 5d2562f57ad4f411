package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.profile.Profile;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A lead's profile, read from the store when the scorer first asks: most events never do, and most
 * leads have none, which is noted with their state.
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
    profile = itsState.isProfileless() ? Profile.UNKNOWN : null;
    return this;
  }

  @Override
  public Profile get() {
    Profile known = profile;
    if (known == null) {
      Profile stored = store.profile(leadId);
      state.profileless(stored == null);
      known = stored == null ? Profile.UNKNOWN : stored;
      profile = known;
    }
    return known;
  }
}
