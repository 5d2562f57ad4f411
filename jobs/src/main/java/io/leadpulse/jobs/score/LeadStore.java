package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.state.RedoLog;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where leads are between their events: the one way from the operator to keyed state. Every call
 * names its lead, so it works whatever the current key is. A backend that fails is an unchecked
 * exception: nothing but a restart helps.
 */
interface LeadStore {

  /** The state of a lead, null for one without; the caller may change it and put it back. */
  @Nullable LeadState lead(String leadId);

  /**
   * The same of a lead that is looked at in passing, by a timer or a walk over all leads: it is not
   * expected back soon, so nothing else makes room for it.
   */
  @Nullable LeadState visit(String leadId);

  /** Stores a lead; the caller does not touch the object afterwards. */
  void putLead(String leadId, LeadState state);

  /** The lead's profile, null if none has come. */
  @Nullable Profile profile(String leadId);

  void putProfile(String leadId, Profile profile);

  /** Forgets a lead's state, its profile apart. */
  void removeLead(String leadId);

  void removeProfile(String leadId);

  /**
   * The ids of all leads that have state now. Leads may be put while it is read; whether one that
   * was new then is met is left open.
   */
  LeadIds leadIds();

  /** Brings what was put into keyed state; to be called before a savepoint and at the end. */
  void flush();

  /** Notes what was put and is not in keyed state, for a checkpoint to keep beside it. */
  void save(RedoLog log) throws IOException;

  /** Brings a part of what waits unchanged into keyed state; to be called now and then. */
  void writeBehind();

  /**
   * The same of the leads that are due up to a moment, for only with their state they get their
   * timers; to be called before the time of the events goes on.
   *
   * @param time epoch milliseconds
   */
  void flushDue(long time);
}
