package io.leadpulse.engine.lead;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.classify.ProfileVerdict;
import io.leadpulse.engine.ledger.Ledger;
import io.leadpulse.engine.profile.Exclusion;
import java.util.ArrayList;
import java.util.List;

/**
 * Layouts 2 and 3 of a lead: what is as it mostly is takes no room. The third has more flags, and
 * what was done lately.
 */
final class CompactLayout {
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
  private static final int RECENT = 256;
  private static final int EARLIER_KEYS = 512;
  private static final int MERGED_IDS = 1024;
  private static final int MERGED = 2048;
  private static final int ACCOUNT = 4096;
  private static final int BYTE = 0xFF;

  private final VerdictFormat verdicts = new VerdictFormat();

  /** Writes what follows the version. */
  void write(LeadState state, ByteSink out) {
    int flags = flags(state);
    out.unsigned(flags);
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
    if ((flags & RECENT) != 0) {
      state.recent.write(out);
    }
    Ledger earlier = state.revisable.earlierKeys;
    if (earlier != null) {
      LedgerFormat.write(earlier, out, state.clock);
    }
    if (state.merged != null) {
      writeMergedIds(state.merged, out);
    }
    if (state.mergedInto != null) {
      out.text(state.mergedInto);
    }
    if ((flags & ACCOUNT) != 0) {
      out.text(state.account());
    }
  }

  /** Reads what follows the version in layout 2. */
  LeadState readSecond(ByteSource in) {
    return read(in, in.fixed8() & BYTE);
  }

  /** Reads what follows the version. */
  LeadState read(ByteSource in) {
    return read(in, in.count());
  }

  private LeadState read(ByteSource in, int flags) {
    LeadState state = new LeadState();
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
    if ((flags & RECENT) != 0) {
      state.recent.read(in);
    }
    if ((flags & EARLIER_KEYS) != 0) {
      Ledger earlier = new Ledger();
      LedgerFormat.read(in, earlier, state.clock);
      state.revisable.earlierKeys = earlier;
    }
    if ((flags & MERGED_IDS) != 0) {
      state.merged = readMergedIds(in);
    }
    if ((flags & MERGED) != 0) {
      state.mergedInto = in.text();
    }
    if ((flags & ACCOUNT) != 0) {
      state.account(in.text());
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
        | (state.isProfileless() ? PROFILELESS : 0)
        | (state.recent.isEmpty() ? 0 : RECENT)
        | (state.revisable.earlierKeys == null ? 0 : EARLIER_KEYS)
        | (state.merged == null ? 0 : MERGED_IDS)
        | (state.mergedInto == null ? 0 : MERGED)
        | (state.account().isEmpty() ? 0 : ACCOUNT);
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
    out.unsigned(sales.markHours.length);
    for (int hour : sales.markHours) {
      HourFormat.write(out, hour, clock);
    }
  }

  private static void readSales(ByteSource in, SalesStatus sales, int clock) {
    sales.latestAt = in.signed();
    sales.latestKind = SALES_KINDS[in.fixed8()];
    sales.exclusionAt = in.signed();
    sales.exclusion = EXCLUSIONS[in.fixed8()];
    sales.markHours = new int[in.count()];
    for (int i = 0; i < sales.markHours.length; i++) {
      sales.markHours[i] = HourFormat.read(in, clock);
    }
  }

  private void writeMergedIds(MergedIds merged, ByteSink out) {
    out.unsigned(merged.aliases.size());
    for (Part part : merged.all()) {
      out.text(part.id);
      out.text(part.into);
      write(part.state, out);
      out.signed(part.profileAt);
      out.unsigned(part.profile.length);
      out.bytes(part.profile, 0, part.profile.length);
    }
  }

  /** The lead's own part comes last. */
  private MergedIds readMergedIds(ByteSource in) {
    List<Part> aliases = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      aliases.add(readPart(in));
    }
    MergedIds merged = new MergedIds(readPart(in));
    aliases.forEach(alias -> merged.aliases.put(alias.id, alias));
    return merged;
  }

  private Part readPart(ByteSource in) {
    String id = in.text();
    String into = in.text();
    LeadState state = read(in);
    long profileAt = in.signed();
    return new Part(id, into, state, in.bytes(in.count()), profileAt);
  }
}
