package io.leadpulse.engine.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The same by sets: of each person all ids, and of each id that came which one it came into. */
final class NaiveIdentities {
  private final Map<String, Set<String>> people = new HashMap<>();
  private final Map<String, String> cameInto = new HashMap<>();
  private final Set<String> erased = new HashSet<>();

  NaiveIdentities(List<String> ids) {
    ids.forEach(id -> people.put(id, new TreeSet<>(Set.of(id))));
  }

  void take(IdentityChange change) {
    String id = change.leadId();
    if (erased.contains(id)) {
      return;
    }
    switch (change.kind()) {
      case MERGE -> merge(owner(id), change.otherId());
      case SPLIT -> split(id);
      case ERASE -> erased.addAll(people.get(owner(id)));
      case LINK -> {}
    }
  }

  private void merge(String owner, String into) {
    String taker = owner(into);
    if (taker.equals(owner)) {
      return;
    }
    if (erased.contains(into)) {
      erased.addAll(people.get(owner));
    }
    people.get(taker).addAll(people.remove(owner));
    cameInto.put(owner, into);
  }

  private void split(String id) {
    String owner = owner(id);
    if (owner.equals(id)) {
      return;
    }
    cameInto.remove(id);
    Set<String> leaving = new TreeSet<>(Set.of(id));
    while (leaving.addAll(cameIntoAny(leaving))) {
      // Whoever came into one of them leaves as well.
    }
    people.get(owner).removeAll(leaving);
    people.put(id, leaving);
  }

  private Set<String> cameIntoAny(Set<String> ids) {
    Set<String> came = new TreeSet<>();
    cameInto.forEach(
        (id, into) -> {
          if (ids.contains(into)) {
            came.add(id);
          }
        });
    return came;
  }

  String owner(String id) {
    for (Map.Entry<String, Set<String>> person : people.entrySet()) {
      if (person.getValue().contains(id)) {
        return person.getKey();
      }
    }
    throw new AssertionError(id + " is nobody");
  }

  boolean isErased(String id) {
    return erased.contains(id);
  }
}
