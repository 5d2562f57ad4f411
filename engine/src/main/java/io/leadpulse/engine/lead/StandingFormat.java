package io.leadpulse.engine.lead;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;

/** Stores where a lead stands on a scorecard; parts that say nothing are left out. */
final class StandingFormat {
  private static final Fit[] FITS = Fit.values();
  private static final Exclusion[] EXCLUSIONS = Exclusion.values();
  private static final Tier[] TIERS = Tier.values();
  private static final int TIER = 3;
  private static final int OPEN = 1 << 2;
  private static final int RAISED = 1 << 3;
  private static final int SUSPENDED = 1 << 4;
  private static final int PUBLISHED = 1 << 5;
  private static final int PUBLISHED_PART = 1 << 6;
  private static final int PUBLISHED_TIER_SHIFT = 7;
  private static final int PUBLISHED_HELD = 1 << 9;
  private static final int EPISODE_PART = 1 << 10;
  private static final int RAISED_AS_PART = 1 << 11;
  private static final int NIBBLE = 4;

  private StandingFormat() {}

  /**
   * Writes a standing.
   *
   * @param version of the model that judged the lead last, from which versions are told apart
   */
  static void write(Standing standing, ByteSink out, int clock, long version) {
    int flags = flags(standing);
    out.fixed32(standing.scorecard);
    out.unsigned(flags);
    HourFormat.write(out, standing.nextDue, clock);
    if ((flags & PUBLISHED_PART) != 0) {
      out.fixed8(standing.publishedFit.ordinal() << NIBBLE | standing.publishedExclusion.ordinal());
      out.unsigned(standing.publishedIntent);
      out.signed(standing.publishedVersion - version);
    }
    if ((flags & EPISODE_PART) != 0) {
      out.unsigned(standing.episode);
      HourFormat.write(out, standing.entryHour, clock);
      HourFormat.write(out, standing.keepUntil, clock);
      HourFormat.write(out, standing.cooldownUntil, clock);
      out.unsigned(standing.sequence);
      out.unsigned(standing.noticeIntent);
    }
    if ((flags & RAISED_AS_PART) != 0) {
      out.text(standing.raisedAs);
    }
  }

  private static int flags(Standing standing) {
    return standing.tier.ordinal()
        | (standing.open ? OPEN : 0)
        | (standing.raised ? RAISED : 0)
        | (standing.suspended ? SUSPENDED : 0)
        | (standing.published ? PUBLISHED : 0)
        | (hasPublished(standing) ? PUBLISHED_PART : 0)
        | standing.publishedTier.ordinal() << PUBLISHED_TIER_SHIFT
        | (standing.publishedHeld ? PUBLISHED_HELD : 0)
        | (hasEpisode(standing) ? EPISODE_PART : 0)
        | (standing.raisedAs.isEmpty() ? 0 : RAISED_AS_PART);
  }

  private static boolean hasPublished(Standing standing) {
    return standing.publishedIntent != 0
        || standing.publishedVersion != 0
        || standing.publishedFit != Fit.UNKNOWN
        || standing.publishedExclusion != Exclusion.NONE;
  }

  private static boolean hasEpisode(Standing standing) {
    return standing.episode != 0
        || standing.entryHour != Standing.NEVER_YET
        || standing.keepUntil != Standing.NEVER_YET
        || standing.cooldownUntil != Standing.NEVER_YET
        || standing.sequence != 0
        || standing.noticeIntent != 0;
  }

  static Standing read(ByteSource in, int clock, long version) {
    Standing standing = new Standing(in.fixed32());
    int flags = (int) in.unsigned();
    standing.tier = TIERS[flags & TIER];
    standing.open = (flags & OPEN) != 0;
    standing.raised = (flags & RAISED) != 0;
    standing.suspended = (flags & SUSPENDED) != 0;
    standing.published = (flags & PUBLISHED) != 0;
    standing.publishedTier = TIERS[flags >> PUBLISHED_TIER_SHIFT & TIER];
    standing.publishedHeld = (flags & PUBLISHED_HELD) != 0;
    standing.nextDue = HourFormat.read(in, clock);
    if ((flags & PUBLISHED_PART) != 0) {
      int grades = in.fixed8();
      standing.publishedFit = FITS[grades >> NIBBLE];
      standing.publishedExclusion = EXCLUSIONS[grades & (1 << NIBBLE) - 1];
      standing.publishedIntent = in.unsigned();
      standing.publishedVersion = in.signed() + version;
    }
    if ((flags & EPISODE_PART) != 0) {
      standing.episode = in.count();
      standing.entryHour = HourFormat.read(in, clock);
      standing.keepUntil = HourFormat.read(in, clock);
      standing.cooldownUntil = HourFormat.read(in, clock);
      standing.sequence = in.count();
      standing.noticeIntent = in.unsigned();
    }
    if ((flags & RAISED_AS_PART) != 0) {
      standing.raisedAs = in.text();
    }
    return standing;
  }
}
