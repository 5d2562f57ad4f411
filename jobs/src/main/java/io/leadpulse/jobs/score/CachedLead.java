package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.profile.Profile;
import org.jspecify.annotations.Nullable;

/** A lead at hand, with what the backend is known to have of it. */
final class CachedLead {
  final String id;
  final int hash;

  /** The part of the backend's order of keys that comes before the id. */
  final int keyGroup;

  /** Null if the lead has no state. */
  @Nullable LeadState state;

  /** Null if there is none, or nobody has asked yet. */
  @Nullable Profile profile;

  boolean knowsProfile;

  /** Whether the backend has an older state. */
  boolean dirty;

  /** Whether it stands in the queue of those to be written; it may have been written meanwhile. */
  boolean queued;

  /** Whether it was asked for since it was last looked at for eviction. */
  boolean used;

  /** Whether it was changed since it was last looked at for writing. */
  boolean changed;

  /** What it takes of the heap, as it was estimated last. */
  int bytes;

  CachedLead(String id, int hash, int keyGroup) {
    this.id = id;
    this.hash = hash;
    this.keyGroup = keyGroup;
  }
}
