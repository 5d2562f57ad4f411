package io.leadpulse.engine.lead;

import io.leadpulse.engine.model.StableHash;

/**
 * One id of a person, with what was done under it, so that it can be taken out again. Recent events
 * are with the person meanwhile, who is judged as one.
 */
final class Part {
  static final byte[] NO_PROFILE = {};

  final String id;

  /** The id that it was merged into; empty for a lead's own. */
  final String into;

  /** As the lead was when it was merged, and what has come under its id since. */
  final LeadState state;

  /** What is known under the id, as it is stored; empty if nothing is. */
  byte[] profile;

  /** When that was last changed, epoch milliseconds. */
  long profileAt;

  Part(String id, String into, LeadState state, byte[] profile, long profileAt) {
    this.id = id;
    this.into = into;
    this.state = state;
    this.profile = profile;
    this.profileAt = profileAt;
  }

  /** The number by which recent events know it. */
  int tag() {
    return into.isEmpty() ? 0 : tagOf(id);
  }

  /** The number by which recent events know a merged lead; never 0. */
  static int tagOf(String alias) {
    int hash = StableHash.of32(alias);
    return hash == 0 ? 1 : hash;
  }
}
