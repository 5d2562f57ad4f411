package io.leadpulse.jobs.score;

import io.leadpulse.engine.profile.Profile;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A lead's profile, read from the store when the scorer first asks: most events never do. */
final class LazyProfile implements Supplier<Profile> {
  private final LeadStore store;
  private String leadId = "";
  private @Nullable Profile profile;

  LazyProfile(LeadStore store) {
    this.store = store;
  }

  /** Turns to another lead, or to the same one anew. */
  LazyProfile of(String lead) {
    leadId = lead;
    profile = null;
    return this;
  }

  @Override
  public Profile get() {
    Profile known = profile;
    if (known == null) {
      Profile stored = store.profile(leadId);
      known = stored == null ? Profile.UNKNOWN : stored;
      profile = known;
    }
    return known;
  }
}
