package io.leadpulse.cli.read;

import io.leadpulse.schemas.FunnelStats;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A step on a hot lead's way to an order, each from the one before. */
enum FunnelStep {
  HOT(FunnelStats::getRaised, row -> null),
  RELEASED(FunnelStats::getReleased, FunnelStats::getMedianWaitMillis),
  ACCEPTED(FunnelStats::getAccepted, FunnelStats::getMedianAcceptMillis),
  CONTACTED(FunnelStats::getContacted, FunnelStats::getMedianContactMillis),
  MEETING(FunnelStats::getMeeting, FunnelStats::getMedianMeetingMillis),
  QUALIFIED(FunnelStats::getQualified, row -> null),
  WON(FunnelStats::getWon, FunnelStats::getMedianWonMillis);

  private final ToIntFunction<FunnelStats> count;
  private final Function<FunnelStats, @Nullable Long> median;

  FunnelStep(ToIntFunction<FunnelStats> count, Function<FunnelStats, @Nullable Long> median) {
    this.count = count;
    this.median = median;
  }

  /** Key of its name among the words. */
  String key() {
    return "funnel." + name().toLowerCase(Locale.ROOT);
  }

  /** Leads that came so far. */
  int count(FunnelStats row) {
    return count.applyAsInt(row);
  }

  /**
   * How long it takes from the release, of RELEASED how long leads wait for it; null if unknown.
   */
  @Nullable Long medianMillis(FunnelStats row) {
    return median.apply(row);
  }
}
