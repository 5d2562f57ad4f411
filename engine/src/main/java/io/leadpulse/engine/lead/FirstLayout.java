package io.leadpulse.engine.lead;

import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.classify.ProfileVerdict;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.ledger.SeenEvents;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import java.util.ArrayList;
import java.util.List;

/** Reads leads as they were stored in layout 1, which no release writes any more. */
final class FirstLayout {
  private static final Fit[] FITS = Fit.values();
  private static final Exclusion[] EXCLUSIONS = Exclusion.values();
  private static final Tier[] TIERS = Tier.values();
  private static final EventKind[] KINDS = EventKind.values();
  private static final SalesActivity.Kind[] SALES_KINDS = SalesActivity.Kind.values();
  private static final int NO_MERGE = -1;

  private final ByteSource in;
  private final LeadState state = new LeadState();

  private FirstLayout(ByteSource in) {
    this.in = in;
  }

  /** Reads what follows the version. */
  static LeadState read(ByteSource in) {
    FirstLayout layout = new FirstLayout(in);
    layout.readHead();
    layout.readSales(layout.state.sales);
    layout.readVerdict();
    for (int left = in.count(); left > 0; left--) {
      layout.state.standings.add(layout.readStanding());
    }
    layout.readLedger();
    layout.readSeen(layout.state.seen);
    layout.readEvidence(layout.state.evidence);
    return layout.state;
  }

  private int hour() {
    return HourFormat.read(in, state.clock);
  }

  private void readHead() {
    state.clock = (int) in.signed();
    state.prunedAt = hour();
    state.expiry = hour();
    state.timerHour(hour());
    state.revision = in.unsigned();
    state.suspects = in.unsigned();
    state.lastActivityAt = in.signed();
    state.recordedAt = in.signed();
  }

  private void readSales(SalesStatus sales) {
    if (in.fixed8() == 0) {
      return;
    }
    sales.latestAt = in.signed();
    sales.latestKind = SALES_KINDS[in.fixed8()];
    sales.exclusionAt = in.signed();
    sales.exclusion = EXCLUSIONS[in.fixed8()];
    sales.markHours = new int[in.count()];
    for (int i = 0; i < sales.markHours.length; i++) {
      sales.markHours[i] = hour();
    }
  }

  private void readVerdict() {
    if (in.fixed8() == 0) {
      return;
    }
    state.verdictVersion = in.signed();
    Fit fit = FITS[in.fixed8()];
    Exclusion exclusion = EXCLUSIONS[in.fixed8()];
    long dampers = in.unsigned();
    List<Long> gates = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      gates.add(in.unsigned());
    }
    state.verdict = new ProfileVerdict(fit, exclusion, dampers, gates);
  }

  private Standing readStanding() {
    Standing standing = new Standing(in.fixed32());
    int flags = in.fixed8();
    standing.tier = TIERS[flags & 3];
    standing.open = (flags & 4) != 0;
    standing.raised = (flags & 8) != 0;
    standing.published = (flags & 16) != 0;
    standing.publishedHeld = (flags & 32) != 0;
    standing.suspended = (flags & 64) != 0;
    standing.episode = in.count();
    standing.entryHour = hour();
    standing.keepUntil = hour();
    standing.cooldownUntil = hour();
    standing.sequence = in.count();
    standing.noticeIntent = in.unsigned();
    standing.nextDue = hour();
    standing.publishedIntent = in.unsigned();
    standing.publishedTier = TIERS[in.fixed8()];
    standing.publishedFit = FITS[in.fixed8()];
    standing.publishedExclusion = EXCLUSIONS[in.fixed8()];
    standing.publishedVersion = in.signed();
    return standing;
  }

  private void readLedger() {
    for (int signals = in.count(); signals > 0; signals--) {
      int signal = in.fixed32();
      for (int left = in.count(); left > 0; left--) {
        int hour = hour();
        state.ledger.add(signal, hour, in.count());
      }
      for (int left = in.count(); left > 0; left--) {
        long key = in.fixed64();
        int first = hour();
        state.ledger.addInterval(signal, key, first, first + in.count(), NO_MERGE);
      }
    }
  }

  private void readSeen(SeenEvents seen) {
    int hour = 0;
    for (int left = in.count(); left > 0; left--) {
      int source = in.fixed8();
      long hash = in.fixed64();
      hour += (int) in.signed();
      seen.restore(seen.restore(source, hour, 1), hash);
    }
  }

  private void readEvidence(Evidence evidence) {
    for (int left = in.count(); left > 0; left--) {
      String eventId = in.text();
      long occurredAt = in.signed();
      EventKind kind = KINDS[in.fixed8()];
      int signal = in.fixed32();
      evidence.add(eventId, occurredAt, kind, signal, in.text(), in.text(), in.text());
    }
  }
}
