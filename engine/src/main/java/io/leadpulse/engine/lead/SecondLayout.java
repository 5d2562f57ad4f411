package io.leadpulse.engine.lead;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.classify.ProfileVerdict;
import io.leadpulse.engine.profile.Exclusion;
import java.util.List;

/** Layout 2 of a lead: what is as it mostly is takes no room. */
final class SecondLayout {
  private static final Exclusion[] EXCLUSIONS = Exclusion.values();
  private static final SalesActivity.Kind[] SALES_KINDS = SalesActivity.Kind.values();
  private static final int ACTIVITY = 1;
  private static final int SALES = 2;
  private static final int VERDICT = 4;
  private static final int SEEN = 8;
  private static final int EVIDENCE = 16;
  private static final int SUSPECTS = 32;
  private static final int TIMER = 64;
  private static final int PROFILELESS = 128;

  private final VerdictFormat verdicts = new VerdictFormat();

  /** Writes what follows the version. */
  void write(LeadState state, ByteSink out) {
    int flags = flags(state);
    out.fixed8(flags);
    writeHead(state, flags, out);
    if ((flags & SALES) != 0) {
      writeSales(state.sales, out, state.clock);
    }
    ProfileVerdict verdict = state.verdict;
    if (verdict != null) {
      VerdictFormat.write(verdict, out);
    }
    List<Standing> standings = state.standings;
    out.unsigned(standings.size());
    for (int i = 0; i < standings.size(); i++) {
      StandingFormat.write(standings.get(i), out, state.clock, state.verdictVersion);
    }
    LedgerFormat.write(state.ledger, out, state.clock);
    if ((flags & SEEN) != 0) {
      LedgerFormat.write(state.seen, out, Hours.of(state.recordedAt));
    }
    if ((flags & EVIDENCE) != 0) {
      state.evidence.write(out);
    }
  }

  LeadState read(ByteSource in) {
    LeadState state = new LeadState();
    int flags = in.fixed8();
    readHead(in, flags, state);
    if ((flags & SALES) != 0) {
      readSales(in, state.sales, state.clock);
    }
    if ((flags & VERDICT) != 0) {
      state.verdict = verdicts.read(in);
    }
    for (int left = in.count(); left > 0; left--) {
      state.standings.add(StandingFormat.read(in, state.clock, state.verdictVersion));
    }
    LedgerFormat.read(in, state.ledger, state.clock);
    if ((flags & SEEN) != 0) {
      LedgerFormat.read(in, state.seen, Hours.of(state.recordedAt));
    }
    if ((flags & EVIDENCE) != 0) {
      state.evidence.read(in);
    }
    return state;
  }

  private static int flags(LeadState state) {
    return (state.lastActivityAt != Long.MIN_VALUE ? ACTIVITY : 0)
        | (state.sales.latestAt != Long.MIN_VALUE ? SALES : 0)
        | (state.verdict != null ? VERDICT : 0)
        | (state.seen.size() > 0 ? SEEN : 0)
        | (state.evidence.isEmpty() ? 0 : EVIDENCE)
        | (state.suspects > 0 ? SUSPECTS : 0)
        | (state.timerHour() != Standing.NEVER ? TIMER : 0)
        | (state.isProfileless() ? PROFILELESS : 0);
  }

  private static void writeHead(LeadState state, int flags, ByteSink out) {
    int clock = state.clock;
    out.signed(clock);
    HourFormat.write(out, state.prunedAt, clock);
    HourFormat.write(out, state.expiry, clock);
    if ((flags & TIMER) != 0) {
      HourFormat.write(out, state.timerHour(), clock);
    }
    out.unsigned(state.revision);
    if ((flags & SUSPECTS) != 0) {
      out.unsigned(state.suspects);
    }
    long start = Hours.startMillis(clock);
    if ((flags & ACTIVITY) != 0) {
      out.signed(state.lastActivityAt - start);
      out.signed(state.recordedAt - state.lastActivityAt);
    } else {
      out.signed(state.recordedAt - start);
    }
    if ((flags & VERDICT) != 0) {
      out.signed(state.verdictVersion);
    }
  }

  private static void readHead(ByteSource in, int flags, LeadState state) {
    int clock = (int) in.signed();
    state.clock = clock;
    state.profileless((flags & PROFILELESS) != 0);
    state.prunedAt = HourFormat.read(in, clock);
    state.expiry = HourFormat.read(in, clock);
    if ((flags & TIMER) != 0) {
      state.timerHour(HourFormat.read(in, clock));
    }
    state.revision = in.unsigned();
    if ((flags & SUSPECTS) != 0) {
      state.suspects = in.unsigned();
    }
    long start = Hours.startMillis(clock);
    if ((flags & ACTIVITY) != 0) {
      state.lastActivityAt = in.signed() + start;
      state.recordedAt = in.signed() + state.lastActivityAt;
    } else {
      state.recordedAt = in.signed() + start;
    }
    if ((flags & VERDICT) != 0) {
      state.verdictVersion = in.signed();
    }
  }

  private static void writeSales(SalesStatus sales, ByteSink out, int clock) {
    out.signed(sales.latestAt);
    out.fixed8(sales.latestKind.ordinal());
    out.signed(sales.exclusionAt);
    out.fixed8(sales.exclusion.ordinal());
    out.unsigned(sales.lostHours.length);
    for (int hour : sales.lostHours) {
      HourFormat.write(out, hour, clock);
    }
  }

  private static void readSales(ByteSource in, SalesStatus sales, int clock) {
    sales.latestAt = in.signed();
    sales.latestKind = SALES_KINDS[in.fixed8()];
    sales.exclusionAt = in.signed();
    sales.exclusion = EXCLUSIONS[in.fixed8()];
    sales.lostHours = new int[in.count()];
    for (int i = 0; i < sales.lostHours.length; i++) {
      sales.lostHours[i] = HourFormat.read(in, clock);
    }
  }
}
