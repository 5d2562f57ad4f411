package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Where leads are between their events: the one way from the operator to keyed state. Every call
 * names its lead, so it works whatever the current key is. A backend that fails is an unchecked
 * exception: nothing but a restart helps.
 */
interface LeadStore {

  /** The state of a lead, null for one without; the caller may change it and put it back. */
  @Nullable LeadState lead(String leadId);

  /** Stores a lead; the caller does not touch the object afterwards. */
  void putLead(String leadId, LeadState state);

  /** The lead's profile, null if none has come. */
  @Nullable Profile profile(String leadId);

  void putProfile(String leadId, Profile profile);

  /**
   * The ids of all leads that have state now. Leads may be put while it is read; whether one that
   * was new then is met is left open.
   */
  LeadIds leadIds();
}
