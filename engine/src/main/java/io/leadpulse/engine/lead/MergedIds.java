package io.leadpulse.engine.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The ids of one person: the lead's own, and those of the leads that were merged into it. */
final class MergedIds {
  final Part own;

  /** By id. */
  final TreeMap<String, Part> aliases = new TreeMap<>();

  MergedIds(Part own) {
    this.own = own;
  }

  /** The part of an id, null if it is none of this person's. */
  @Nullable Part of(String id) {
    return id.equals(own.id) ? own : aliases.get(id);
  }

  /** The part that a recent event came under. */
  Part ofTag(int tag) {
    for (Part alias : aliases.values()) {
      if (alias.tag() == tag) {
        return alias;
      }
    }
    return own;
  }

  List<Part> all() {
    List<Part> parts = new ArrayList<>(aliases.values());
    parts.add(own);
    return parts;
  }

  /** Takes out an alias, and those that were merged into it before. */
  List<Part> remove(String id) {
    List<Part> removed = new ArrayList<>();
    Part root = aliases.remove(id);
    if (root != null) {
      removed.add(root);
      for (Part alias : List.copyOf(aliases.values())) {
        if (alias.into.equals(id)) {
          removed.addAll(remove(alias.id));
        }
      }
    }
    return removed;
  }

  /** The bytes that this holds on the heap, about. */
  int footprint() {
    int bytes = 80;
    for (Part part : all()) {
      bytes += 120 + part.state.footprint() + part.profile.length;
    }
    return bytes;
  }
}
