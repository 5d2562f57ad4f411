package io.leadpulse.chaos.identity;

import io.leadpulse.engine.identity.IdentityChange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which ids are one person, by what became known of them one after the other. */
final class Kinship {
  /** Instead of a chapter. */
  static final int NEVER = Integer.MAX_VALUE;

  /** By id, the one that it was merged into, or that its person was by the id's merge. */
  private final Map<String, String> into = new HashMap<>();

  private final Map<String, Integer> erasedIn = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private int merges;
  private int splits;
  private int erasures;

  /**
   * Takes a change.
   *
   * @param chapter in which it was told
   */
  void take(IdentityChange change, int chapter) {
    String id = change.leadId();
    known.add(id);
    switch (change.kind()) {
      case MERGE -> merge(id, change.otherId(), chapter);
      case SPLIT -> splits += into.remove(id) == null ? 0 : 1;
      case ERASE -> erase(id, chapter);
      case LINK -> {}
    }
  }

  /** Whoever is merged into somebody erased goes too; somebody erased goes nowhere. */
  private void merge(String id, String other, int chapter) {
    known.add(other);
    if (isErased(other)) {
      erase(id, chapter);
    } else if (!isErased(id) && !personOf(id).equals(personOf(other))) {
      into.put(personOf(id), other);
      merges++;
    }
  }

  private void erase(String id, int chapter) {
    if (isErased(id)) {
      return;
    }
    erasures++;
    String person = personOf(id);
    for (String other : known) {
      if (personOf(other).equals(person)) {
        erasedIn.putIfAbsent(other, chapter);
      }
    }
  }

  /** One name for all ids of a person, which is one of them. */
  String personOf(String id) {
    String person = id;
    for (String next = into.get(person); next != null; next = into.get(person)) {
      person = next;
    }
    return person;
  }

  boolean isErased(String id) {
    return erasedIn.containsKey(id);
  }

  /** The chapter in which it was told to forget an id, or {@link #NEVER}. */
  int erasedIn(String id) {
    return erasedIn.getOrDefault(id, NEVER);
  }

  /** How often two persons became one. */
  int merges() {
    return merges;
  }

  /** How often one person became two. */
  int splits() {
    return splits;
  }

  /** Persons who were to be forgotten. */
  int erasures() {
    return erasures;
  }
}
