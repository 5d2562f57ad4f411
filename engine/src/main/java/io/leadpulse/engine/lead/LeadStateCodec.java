package io.leadpulse.engine.lead;

import io.leadpulse.engine.classify.ProfileVerdict;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.ledger.SeenEvents;
import io.leadpulse.engine.ledger.SignalTouches;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a lead's state into compact bytes and back. The first byte is the layout's version; every
 * version ever released stays readable.
 *
 * <p>Hours are stored as distances from the lead's clock, enums by position (so constants are only
 * ever added at the end). Not thread-safe.
 */
public final class LeadStateCodec {
  /** The layout that {@link #write} produces. */
  public static final int VERSION = 1;

  private static final Fit[] FITS = Fit.values();
  private static final Exclusion[] EXCLUSIONS = Exclusion.values();
  private static final Tier[] TIERS = Tier.values();
  private static final EventKind[] KINDS = EventKind.values();
  private static final SalesActivity.Kind[] SALES_KINDS = SalesActivity.Kind.values();
  private static final int NO_MERGE = -1;

  private final ByteSink out = new ByteSink();

  public byte[] write(LeadState state) {
    out.clear();
    out.fixed8(VERSION);
    out.signed(state.clock);
    HourCodec hours = new HourCodec(state.clock);
    writeHead(state, hours);
    writeSales(state.sales, hours);
    writeVerdict(state);
    out.unsigned(state.standings.size());
    for (Standing standing : state.standings) {
      writeStanding(standing, hours);
    }
    writeLedger(state, hours);
    writeSeen(state.seen);
    writeEvidence(state.evidence);
    return out.toBytes();
  }

  /**
   * Reads what {@link #write} of this or an earlier release wrote.
   *
   * @throws IllegalStateException if the bytes come from a later release or are damaged
   */
  public LeadState read(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int version = in.fixed8();
    if (version != VERSION) {
      throw new IllegalStateException(
          "lead state of layout " + version + "; this release reads up to " + VERSION);
    }
    LeadState state = new LeadState();
    state.clock = (int) in.signed();
    HourCodec hours = new HourCodec(state.clock);
    readHead(in, state, hours);
    readSales(in, state.sales, hours);
    readVerdict(in, state);
    for (int left = in.count(); left > 0; left--) {
      state.standings.add(readStanding(in, hours));
    }
    readLedger(in, state, hours);
    readSeen(in, state.seen);
    readEvidence(in, state.evidence);
    if (!in.isAtEnd()) {
      throw new IllegalStateException("lead state with bytes left over");
    }
    return state;
  }

  private void writeHead(LeadState state, HourCodec hours) {
    hours.write(out, state.prunedAt);
    hours.write(out, state.expiry);
    hours.write(out, state.timerHour());
    out.unsigned(state.revision);
    out.unsigned(state.suspects);
    out.signed(state.lastActivityAt);
    out.signed(state.recordedAt);
  }

  private static void readHead(ByteSource in, LeadState state, HourCodec hours) {
    state.prunedAt = hours.read(in);
    state.expiry = hours.read(in);
    state.timerHour(hours.read(in));
    state.revision = in.unsigned();
    state.suspects = in.unsigned();
    state.lastActivityAt = in.signed();
    state.recordedAt = in.signed();
  }

  private void writeSales(SalesStatus sales, HourCodec hours) {
    boolean any = sales.latestAt != Long.MIN_VALUE;
    out.fixed8(any ? 1 : 0);
    if (any) {
      out.signed(sales.latestAt);
      out.fixed8(sales.latestKind.ordinal());
      out.signed(sales.exclusionAt);
      out.fixed8(sales.exclusion.ordinal());
      out.unsigned(sales.lostHours.length);
      for (int hour : sales.lostHours) {
        hours.write(out, hour);
      }
    }
  }

  private static void readSales(ByteSource in, SalesStatus sales, HourCodec hours) {
    if (in.fixed8() == 0) {
      return;
    }
    sales.latestAt = in.signed();
    sales.latestKind = SALES_KINDS[in.fixed8()];
    sales.exclusionAt = in.signed();
    sales.exclusion = EXCLUSIONS[in.fixed8()];
    sales.lostHours = new int[in.count()];
    for (int i = 0; i < sales.lostHours.length; i++) {
      sales.lostHours[i] = hours.read(in);
    }
  }

  private void writeVerdict(LeadState state) {
    ProfileVerdict verdict = state.verdict;
    out.fixed8(verdict == null ? 0 : 1);
    if (verdict != null) {
      out.signed(state.verdictVersion);
      out.fixed8(verdict.fit().ordinal());
      out.fixed8(verdict.exclusion().ordinal());
      out.unsigned(verdict.activeDampers());
      out.unsigned(verdict.failedGates().size());
      for (long gates : verdict.failedGates()) {
        out.unsigned(gates);
      }
    }
  }

  private static void readVerdict(ByteSource in, LeadState state) {
    if (in.fixed8() == 0) {
      return;
    }
    state.verdictVersion = in.signed();
    Fit fit = FITS[in.fixed8()];
    Exclusion exclusion = EXCLUSIONS[in.fixed8()];
    long dampers = in.unsigned();
    int size = in.count();
    List<Long> gates = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      gates.add(in.unsigned());
    }
    state.verdict = new ProfileVerdict(fit, exclusion, dampers, gates);
  }

  private void writeStanding(Standing standing, HourCodec hours) {
    out.fixed32(standing.scorecard);
    out.fixed8(
        standing.tier.ordinal()
            | (standing.open ? 4 : 0)
            | (standing.raised ? 8 : 0)
            | (standing.published ? 16 : 0)
            | (standing.publishedHeld ? 32 : 0)
            | (standing.suspended ? 64 : 0));
    out.unsigned(standing.episode);
    hours.write(out, standing.entryHour);
    hours.write(out, standing.keepUntil);
    hours.write(out, standing.cooldownUntil);
    out.unsigned(standing.sequence);
    out.unsigned(standing.noticeIntent);
    hours.write(out, standing.nextDue);
    out.unsigned(standing.publishedIntent);
    out.fixed8(standing.publishedTier.ordinal());
    out.fixed8(standing.publishedFit.ordinal());
    out.fixed8(standing.publishedExclusion.ordinal());
    out.signed(standing.publishedVersion);
  }

  private static Standing readStanding(ByteSource in, HourCodec hours) {
    Standing standing = new Standing(in.fixed32());
    int flags = in.fixed8();
    standing.tier = TIERS[flags & 3];
    standing.open = (flags & 4) != 0;
    standing.raised = (flags & 8) != 0;
    standing.published = (flags & 16) != 0;
    standing.publishedHeld = (flags & 32) != 0;
    standing.suspended = (flags & 64) != 0;
    standing.episode = in.count();
    standing.entryHour = hours.read(in);
    standing.keepUntil = hours.read(in);
    standing.cooldownUntil = hours.read(in);
    standing.sequence = in.count();
    standing.noticeIntent = in.unsigned();
    standing.nextDue = hours.read(in);
    standing.publishedIntent = in.unsigned();
    standing.publishedTier = TIERS[in.fixed8()];
    standing.publishedFit = FITS[in.fixed8()];
    standing.publishedExclusion = EXCLUSIONS[in.fixed8()];
    standing.publishedVersion = in.signed();
    return standing;
  }

  private void writeLedger(LeadState state, HourCodec hours) {
    out.unsigned(state.ledger.size());
    for (int i = 0; i < state.ledger.size(); i++) {
      SignalTouches touches = state.ledger.signal(i);
      out.fixed32(touches.signal());
      out.unsigned(touches.hourCount());
      for (int h = 0; h < touches.hourCount(); h++) {
        hours.write(out, touches.hour(h));
        out.unsigned(touches.count(h));
      }
      out.unsigned(touches.intervalCount());
      for (int k = 0; k < touches.intervalCount(); k++) {
        out.fixed64(touches.key(k));
        hours.write(out, touches.firstHour(k));
        out.unsigned(touches.lastHour(k) - touches.firstHour(k));
      }
    }
  }

  private static void readLedger(ByteSource in, LeadState state, HourCodec hours) {
    for (int signals = in.count(); signals > 0; signals--) {
      int signal = in.fixed32();
      for (int left = in.count(); left > 0; left--) {
        int hour = hours.read(in);
        state.ledger.add(signal, hour, in.count());
      }
      for (int left = in.count(); left > 0; left--) {
        long key = in.fixed64();
        int first = hours.read(in);
        state.ledger.addInterval(signal, key, first, first + in.count(), NO_MERGE);
      }
    }
  }

  private void writeSeen(SeenEvents seen) {
    out.unsigned(seen.size());
    int previous = 0;
    for (int i = 0; i < seen.size(); i++) {
      out.fixed8(seen.source(i));
      out.fixed64(seen.hash(i));
      out.signed(seen.hour(i) - previous);
      previous = seen.hour(i);
    }
  }

  private static void readSeen(ByteSource in, SeenEvents seen) {
    int previous = 0;
    for (int left = in.count(); left > 0; left--) {
      int source = in.fixed8();
      long hash = in.fixed64();
      previous += (int) in.signed();
      seen.restore(source, hash, previous);
    }
  }

  private void writeEvidence(Evidence evidence) {
    List<Touch> touches = evidence.touches();
    out.unsigned(touches.size());
    for (Touch touch : touches) {
      out.text(touch.eventId());
      out.signed(touch.occurredAt());
      out.fixed8(touch.kind().ordinal());
      out.fixed32(touch.signal());
      out.text(touch.detail());
      out.text(touch.topic());
      out.text(touch.campaign());
    }
  }

  private static void readEvidence(ByteSource in, Evidence evidence) {
    for (int left = in.count(); left > 0; left--) {
      String eventId = in.text();
      long occurredAt = in.signed();
      EventKind kind = KINDS[in.fixed8()];
      int signal = in.fixed32();
      evidence.add(new Touch(eventId, occurredAt, kind, signal, in.text(), in.text(), in.text()));
    }
  }

  /** Hours as distances from the lead's clock, with short codes for never. */
  private record HourCodec(int clock) {
    private static final int NEVER_YET_CODE = 0;
    private static final int NEVER_CODE = 1;
    private static final int FIRST_DISTANCE = 2;

    void write(ByteSink out, int hour) {
      if (hour == Standing.NEVER_YET) {
        out.unsigned(NEVER_YET_CODE);
      } else if (hour == Standing.NEVER) {
        out.unsigned(NEVER_CODE);
      } else {
        long distance = (long) hour - clock;
        out.unsigned(((distance << 1) ^ (distance >> 63)) + FIRST_DISTANCE);
      }
    }

    int read(ByteSource in) {
      long code = in.unsigned();
      if (code == NEVER_YET_CODE) {
        return Standing.NEVER_YET;
      }
      if (code == NEVER_CODE) {
        return Standing.NEVER;
      }
      long raw = code - FIRST_DISTANCE;
      return (int) (clock + ((raw >>> 1) ^ -(raw & 1)));
    }
  }
}
