package io.leadpulse.engine.lead;

import io.leadpulse.engine.hygiene.Inquiry;
import io.leadpulse.engine.hygiene.RecentEvent;
import io.leadpulse.engine.hygiene.RecentTouch;
import io.leadpulse.engine.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one person of several leads, and several of one again. What was done under each id is kept
 * apart beside the union that is scored, so that either is exact.
 */
final class Merger {
  private final Inquiry inquiry;
  private final VerdictApplier applier;
  private final int horizonHours;

  Merger(Inquiry inquiry, VerdictApplier applier, int horizonHours) {
    this.inquiry = inquiry;
    this.applier = applier;
    this.horizonHours = horizonHours;
  }

  /**
   * The lead as it leaves for another, with all that were merged into it; the state is not used any
   * more.
   *
   * @param profile of its own, as it is stored
   */
  LeadPackage pack(LeadState state, String leadId, String into, byte[] profile, long profileAt) {
    List<Part> parts = new ArrayList<>();
    MergedIds merged = state.merged;
    if (merged == null) {
      parts.add(new Part(leadId, into, state, profile, profileAt));
      return new LeadPackage(parts);
    }
    LeadState own = merged.own.state;
    own.clock = state.clock;
    own.recordedAt = state.recordedAt;
    own.revision = state.revision;
    own.standings.addAll(state.standings);
    parts.add(new Part(leadId, into, own, profile, profileAt));
    parts.addAll(merged.aliases.values());
    for (Part part : merged.all()) {
      inquiry.moveBack(state.recent, part.state.recent, part.tag());
    }
    return new LeadPackage(parts);
  }

  /** The lead that a package came from, as it was. */
  LeadState unpack(LeadPackage returned) {
    Part root = returned.parts.get(0);
    if (returned.parts.size() > 1) {
      add(root.state, root.id, new LeadPackage(returned.parts.subList(1, returned.parts.size())));
    } else {
      applier.judgeAnew(root.state, inquiry);
    }
    return root.state;
  }

  /** Adds the leads of a package to one; its clock has been moved before. */
  void add(LeadState state, String leadId, LeadPackage arrived) {
    MergedIds merged = mergedOf(state, leadId);
    for (Part part : arrived.parts) {
      if (part.id.equals(leadId)) {
        comeHome(part.state, merged.own.state);
        inquiry.move(part.state.recent, state.recent, 0);
      } else if (merged.aliases.putIfAbsent(part.id, part) == null) {
        inquiry.move(part.state.recent, state.recent, part.tag());
      }
      state.recordedAt = Math.max(state.recordedAt, part.state.recordedAt);
    }
    state.revision += arrived.parts.get(0).state.revision;
    renew(state, merged);
    dissolveIfAlone(state, merged);
  }

  /** A circle of merges may bring a lead back to itself. */
  private void comeHome(LeadState arrived, LeadState own) {
    own.ledger.unite(arrived.ledger, horizonHours);
    own.sales.unite(arrived.sales);
    own.evidence.unite(arrived.evidence);
    own.suspects += arrived.suspects;
    own.lastActivityAt = Math.max(own.lastActivityAt, arrived.lastActivityAt);
    own.seen.unite(arrived.seen);
  }

  private static void dissolveIfAlone(LeadState state, MergedIds merged) {
    if (merged.aliases.isEmpty()) {
      state.seen.takeOver(merged.own.state.seen);
      state.merged = null;
    }
  }

  private static MergedIds mergedOf(LeadState state, String leadId) {
    MergedIds merged = state.merged;
    if (merged == null) {
      LeadStateCodec codec = new LeadStateCodec();
      LeadState own = codec.read(codec.write(state));
      own.recent.clear();
      own.standings.clear();
      state.seen.clear();
      merged = new MergedIds(new Part(leadId, "", own, Part.NO_PROFILE, 0));
      state.merged = merged;
    }
    return merged;
  }

  /**
   * Takes an alias out, with those that were merged into it.
   *
   * @return it as it leaves; its {@link LeadPackage#parts} are empty if it is not there
   */
  LeadPackage remove(LeadState state, String alias) {
    MergedIds merged = state.merged;
    if (merged == null) {
      return new LeadPackage(List.of());
    }
    List<Part> parts = merged.remove(alias);
    for (Part part : parts) {
      inquiry.moveBack(state.recent, part.state.recent, part.tag());
      part.state.clock = state.clock;
      part.state.recordedAt = state.recordedAt;
    }
    if (!parts.isEmpty()) {
      state.recent.clearFloods();
      renew(state, merged);
    }
    dissolveIfAlone(state, merged);
    return new LeadPackage(parts);
  }

  /** Makes the union anew of all parts, and judges all that is recent as one person's. */
  private void renew(LeadState state, MergedIds merged) {
    state.ledger.clear();
    state.revisable.earlierKeys = null;
    state.sales.clear();
    state.evidence.clear();
    state.suspects = 0;
    state.lastActivityAt = Long.MIN_VALUE;
    for (Part part : merged.all()) {
      state.ledger.unite(part.state.ledger, horizonHours);
      state.sales.unite(part.state.sales);
      state.evidence.unite(part.state.evidence);
      state.suspects += part.state.suspects;
      state.lastActivityAt = Math.max(state.lastActivityAt, part.state.lastActivityAt);
      state.recent.addFloods(part.state.recent);
    }
    rememberKeys(state, merged);
    state.sums.forget();
    applier.judgeAnew(state, inquiry);
  }

  private void rememberKeys(LeadState state, MergedIds merged) {
    List<RecentEvent> recent = state.recent.all();
    for (RecentEvent event : recent) {
      for (RecentTouch touch : event.touches()) {
        for (Part part : merged.all()) {
          Ledger earlier = earlier(part, touch, recent);
          if (touch.keyed() && earlier != null) {
            state.revisable.remember(touch, earlier, horizonHours);
          }
        }
      }
    }
  }

  /** Where it stands when a key was met under an id before any recent event; null if it was not. */
  private static @Nullable Ledger earlier(Part part, RecentTouch touch, List<RecentEvent> recent) {
    RevisableLedger revisable = part.state.revisable;
    if (revisable.isRemembered(touch.signal(), touch.key())) {
      return revisable.earlierKeys;
    }
    for (RecentEvent event : recent) {
      if (event.alias() == part.tag() && event.counts() && event.touches().contains(touch)) {
        return null;
      }
    }
    return revisable.ledger;
  }
}
