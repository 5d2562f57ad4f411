package io.leadpulse.jobs.score;

import org.jspecify.annotations.Nullable;

/**
 * Leads at hand by id: open addressing with linear probing, the hashes in an array of their own, so
 * that a look-up touches one line of memory before it touches the lead. At most half full.
 */
final class LeadTable {
  private static final int LEAST = 16;

  private int[] hashes = new int[LEAST];
  private @Nullable CachedLead[] leads = new @Nullable CachedLead[LEAST];
  private int size;

  /** The hash by which an id is found; the lowest bits of a text's own are alike for alike ids. */
  static int hash(String id) {
    int hash = id.hashCode() * 0x9E3779B9;
    return hash ^ hash >>> 15;
  }

  int size() {
    return size;
  }

  @Nullable CachedLead find(String id, int hash) {
    int mask = leads.length - 1;
    int slot = hash & mask;
    CachedLead lead = leads[slot];
    while (lead != null) {
      if (hashes[slot] == hash && lead.id.equals(id)) {
        return lead;
      }
      slot = (slot + 1) & mask;
      lead = leads[slot];
    }
    return null;
  }

  /** Adds a lead that is not there yet. */
  void add(CachedLead lead) {
    if (2 * (size + 1) > leads.length) {
      grow();
    }
    place(lead);
    size++;
  }

  private void place(CachedLead lead) {
    int mask = leads.length - 1;
    int slot = lead.hash & mask;
    while (leads[slot] != null) {
      slot = (slot + 1) & mask;
    }
    hashes[slot] = lead.hash;
    leads[slot] = lead;
  }

  private void grow() {
    @Nullable CachedLead[] old = leads;
    hashes = new int[2 * old.length];
    leads = new @Nullable CachedLead[2 * old.length];
    for (CachedLead lead : old) {
      if (lead != null) {
        place(lead);
      }
    }
  }

  /** Removes a lead that is there, and closes the gap: those behind it may have been pushed on. */
  void remove(CachedLead lead) {
    int mask = leads.length - 1;
    int gap = lead.hash & mask;
    while (leads[gap] != lead) {
      gap = (gap + 1) & mask;
    }
    int next = (gap + 1) & mask;
    for (CachedLead moved = leads[next]; moved != null; moved = leads[next]) {
      int home = hashes[next] & mask;
      if (((next - home) & mask) >= ((next - gap) & mask)) {
        hashes[gap] = hashes[next];
        leads[gap] = moved;
        gap = next;
      }
      next = (next + 1) & mask;
    }
    leads[gap] = null;
    size--;
  }
}
