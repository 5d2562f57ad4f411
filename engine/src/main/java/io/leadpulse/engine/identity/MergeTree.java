package io.leadpulse.engine.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which id hangs on which while changes are taken one by one. An id hangs on the one that it was
 * merged into, even if that was merged itself, so that a split takes along what came with it.
 */
final class MergeTree {
  private final Map<String, String> parents = new HashMap<>();

  /** Ids that were a person's, with whom all that hang on them are erased. */
  private final Set<String> erased = new HashSet<>();

  /** Takes a change; of somebody who was erased, nothing changes any more. */
  void take(IdentityChange change) {
    String owner = owner(change.leadId());
    if (erased.contains(owner)) {
      return;
    }
    switch (change.kind()) {
      case MERGE -> merge(owner, change.otherId());
      case SPLIT -> parents.remove(change.leadId());
      case ERASE -> erased.add(owner);
      case LINK -> {
        // Of a visitor; it makes no two leads one.
      }
    }
  }

  /** Whoever comes into a person that was erased hangs on it, and so is erased. */
  private void merge(String owner, String into) {
    if (!owner.equals(owner(into))) {
      parents.put(owner, into);
    }
  }

  private String owner(String id) {
    String owner = id;
    String next = parents.get(owner);
    while (next != null) {
      owner = next;
      next = parents.get(owner);
    }
    return owner;
  }

  /** Of each id that hangs on another, whose it is. */
  Map<String, String> owners() {
    Map<String, String> owners = new HashMap<>();
    parents.keySet().forEach(id -> owners.put(id, owner(id)));
    return owners;
  }

  Set<String> erased() {
    return Set.copyOf(erased);
  }
}
