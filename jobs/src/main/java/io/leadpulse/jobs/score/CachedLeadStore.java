package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.LeadStateCodec;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.state.RedoLog;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Busy leads as objects in front of another store: an event of a lead at hand costs no state
 * access. What was put is written when too many wait, when a lead makes room, and when it has not
 * changed for a while; a checkpoint keeps the rest in its redo log, which costs a barrier far less
 * than to write them.
 *
 * <p>Room goes to the leads used last and writing to those not changed for longest, both by second
 * chance: one mark a lead, no list to keep in order at each event.
 */
final class CachedLeadStore implements LeadStore {
  /** Calls of {@link #writeBehind} in which every lead that waits is looked at once. */
  static final int CALLS_A_ROUND = 40;

  /** Of an entry beside its lead's state: itself, its id, and its places in table and queues. */
  private static final int ENTRY_BYTES = 160;

  /** Neighbours in RocksDB one after the other: its memtable then finds its place sooner. */
  private static final Comparator<CachedLead> BY_KEY =
      Comparator.<CachedLead>comparingInt(lead -> lead.keyGroup).thenComparing(lead -> lead.id);

  private final LeadStore store;
  private final LeadTimers timers;
  private final CacheSettings limits;
  private final ToIntFunction<String> keyGroups;
  private final StateMetrics metrics;
  private final LeadTable table = new LeadTable();

  /** All of the table, the ones to be looked at first for eviction first. */
  private final ArrayDeque<CachedLead> candidates = new ArrayDeque<>();

  /** All that are dirty, and some that were. */
  private final ArrayDeque<CachedLead> unwritten = new ArrayDeque<>();

  private final LeadStateCodec codec = new LeadStateCodec();

  private int dirty;
  private long bytes;

  /** No lead that waits is due before; it may be that none is due then either. */
  private int earliestDue = Integer.MAX_VALUE;

  /**
   * @param keyGroups the key group of a lead
   */
  CachedLeadStore(
      LeadStore store,
      LeadTimers timers,
      CacheSettings limits,
      ToIntFunction<String> keyGroups,
      StateMetrics metrics) {
    this.store = store;
    this.timers = timers;
    this.limits = limits;
    this.keyGroups = keyGroups;
    this.metrics = metrics;
    metrics.showCache(table::size, () -> dirty, () -> bytes);
  }

  @Override
  public @Nullable LeadState lead(String leadId) {
    int hash = LeadTable.hash(leadId);
    CachedLead known = table.find(leadId, hash);
    if (known != null) {
      metrics.hit();
      known.used = true;
      return known.state;
    }
    metrics.miss();
    CachedLead lead = new CachedLead(leadId, hash, keyGroups.applyAsInt(leadId));
    lead.state = store.lead(leadId);
    weigh(lead);
    makeRoomFor(1);
    table.add(lead);
    candidates.add(lead);
    return lead.state;
  }

  @Override
  public @Nullable LeadState visit(String leadId) {
    CachedLead known = find(leadId);
    return known == null ? store.visit(leadId) : known.state;
  }

  @Override
  public void putLead(String leadId, LeadState state) {
    CachedLead known = find(leadId);
    if (known == null) {
      store.putLead(leadId, state);
      return;
    }
    known.state = state;
    markDirty(known);
    weigh(known);
    makeRoomFor(0);
    while (dirty > limits.dirtyLeads()) {
      writeTheIdlest();
    }
  }

  private void markDirty(CachedLead lead) {
    lead.changed = true;
    earliestDue = Math.min(earliestDue, stateOf(lead).notDueBefore());
    if (!lead.dirty) {
      lead.dirty = true;
      dirty++;
    }
    if (!lead.queued) {
      lead.queued = true;
      unwritten.add(lead);
    }
  }

  @Override
  public @Nullable Profile profile(String leadId) {
    CachedLead known = find(leadId);
    if (known == null) {
      return store.profile(leadId);
    }
    if (!known.knowsProfile) {
      known.profile = store.profile(leadId);
      known.knowsProfile = true;
    }
    return known.profile;
  }

  /** Rare, so it is written at once. */
  @Override
  public void putProfile(String leadId, Profile profile) {
    store.putProfile(leadId, profile);
    CachedLead known = find(leadId);
    if (known != null) {
      known.profile = profile;
      known.knowsProfile = true;
    }
  }

  /** Rare too. What of it waits to be written never will be. */
  @Override
  public void removeLead(String leadId) {
    store.removeLead(leadId);
    CachedLead known = find(leadId);
    if (known != null) {
      dirty -= known.dirty ? 1 : 0;
      known.dirty = false;
      known.state = null;
      weigh(known);
    }
  }

  @Override
  public void removeProfile(String leadId) {
    store.removeProfile(leadId);
    CachedLead known = find(leadId);
    if (known != null) {
      known.profile = null;
      known.knowsProfile = true;
    }
  }

  @Override
  public LeadIds leadIds() {
    flush();
    return store.leadIds();
  }

  @Override
  public void flush() {
    CachedLead[] leads = new CachedLead[dirty];
    int count = 0;
    for (CachedLead lead : unwritten) {
      lead.queued = false;
      if (lead.dirty) {
        leads[count++] = lead;
      }
    }
    unwritten.clear();
    earliestDue = Integer.MAX_VALUE;
    Arrays.sort(leads, BY_KEY);
    for (CachedLead lead : leads) {
      write(lead);
    }
    store.flush();
  }

  /** In the order of key groups alone, which is what the log is told by. */
  @Override
  public void save(RedoLog log) throws IOException {
    CachedLead[] leads = unwritten.toArray(CachedLead[]::new);
    long[] order = new long[leads.length];
    int count = 0;
    for (int i = 0; i < leads.length; i++) {
      if (leads[i].dirty) {
        order[count++] = (long) leads[i].keyGroup << Integer.SIZE | i;
      }
    }
    Arrays.sort(order, 0, count);
    for (int i = 0; i < count; i++) {
      CachedLead lead = leads[(int) order[i]];
      log.add(lead.keyGroup, lead.id, codec.write(stateOf(lead)));
    }
  }

  @Override
  public void writeBehind() {
    for (int looks = (unwritten.size() + CALLS_A_ROUND - 1) / CALLS_A_ROUND; looks > 0; looks--) {
      writeTheIdlest();
    }
  }

  @Override
  public void flushDue(long time) {
    if (Hours.startMillis(earliestDue) > time) {
      return;
    }
    earliestDue = Integer.MAX_VALUE;
    for (CachedLead lead : unwritten) {
      if (!lead.dirty) {
        continue;
      }
      int due = stateOf(lead).notDueBefore();
      if (Hours.startMillis(due) <= time) {
        due = timers.nextDue(lead.id, stateOf(lead));
      }
      if (Hours.startMillis(due) <= time) {
        write(lead);
      } else {
        earliestDue = Math.min(earliestDue, due);
      }
    }
  }

  /** Writes the next of those that wait, unless it was changed since its turn before. */
  private void writeTheIdlest() {
    CachedLead next = unwritten.remove();
    next.queued = false;
    if (next.dirty && next.changed) {
      next.changed = false;
      next.queued = true;
      unwritten.add(next);
    } else if (next.dirty) {
      write(next);
    }
  }

  private void write(CachedLead lead) {
    store.putLead(lead.id, stateOf(lead));
    lead.dirty = false;
    dirty--;
  }

  private static LeadState stateOf(CachedLead dirty) {
    return Objects.requireNonNull(dirty.state);
  }

  private void makeRoomFor(int more) {
    while (!candidates.isEmpty()
        && (bytes > limits.bytes() || table.size() + more > limits.leads())) {
      CachedLead next = candidates.remove();
      if (next.used) {
        next.used = false;
        candidates.add(next);
      } else {
        evict(next);
      }
    }
  }

  private void evict(CachedLead lead) {
    if (lead.dirty) {
      write(lead);
    }
    table.remove(lead);
    bytes -= lead.bytes;
    // Its entry may stay in the queue of those to be written for a while.
    lead.state = null;
    lead.profile = null;
    metrics.evicted();
  }

  private @Nullable CachedLead find(String leadId) {
    return table.find(leadId, LeadTable.hash(leadId));
  }

  private void weigh(CachedLead lead) {
    LeadState state = lead.state;
    int now = ENTRY_BYTES + (state == null ? 0 : state.footprint());
    bytes += now - lead.bytes;
    lead.bytes = now;
  }
}
