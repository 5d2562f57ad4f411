package io.leadpulse.engine.identity;

import java.util.Map;
import java.util.Set;

/**
 * Whose each lead's id is in the end, when all merges, splits and erasures are known before the
 * first event. Knows the ids that these name, and takes every other for a person of its own.
 *
 * <ul>
 *   <li>A merge brings the whole person that the lead is by then into the person of the other.
 *   <li>A split takes the lead out again, with those that were merged into it before.
 *   <li>An erasure is of the whole person, for good: nobody comes out again, and who is merged into
 *       it later is erased as well.
 * </ul>
 */
public final class Identities {
  private final Map<String, String> owners;
  private final Set<String> erased;

  private Identities(Map<String, String> owners, Set<String> erased) {
    this.owners = owners;
    this.erased = erased;
  }

  /**
   * What changes come to.
   *
   * @param changes in the order in which Kafka got them; links change nothing
   */
  public static Identities of(Iterable<IdentityChange> changes) {
    MergeTree tree = new MergeTree();
    changes.forEach(tree::take);
    return new Identities(tree.owners(), tree.erased());
  }

  /** The id of the person that a lead is; its own if it was merged into none. */
  public String owner(String leadId) {
    return owners.getOrDefault(leadId, leadId);
  }

  /** Whether the person that a lead is was to be forgotten. */
  public boolean isErased(String leadId) {
    return erased.contains(owner(leadId));
  }
}
