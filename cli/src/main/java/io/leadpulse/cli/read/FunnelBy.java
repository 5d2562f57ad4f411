package io.leadpulse.cli.read;

import io.leadpulse.schemas.FunnelStats;
import io.leadpulse.schemas.FunnelStatsKey;

/** What the numbers of a team and month are split by; named as on the command line. */
enum FunnelBy {
  all,
  scorecard,
  signal,
  source,
  fit;

  /** The dimension of what sales did in a month. */
  static final String ACTIVITY = "activity";

  /** Whether a row is one of those that the numbers are made of. */
  boolean takes(FunnelStatsKey key) {
    return isOf(key.getDimension()) || (this == all && key.getDimension().equals(ACTIVITY));
  }

  /** Whether rows of a dimension are split by this. */
  boolean isOf(String dimension) {
    return dimension.equals(this == scorecard ? all.name() : name());
  }

  /** The part that a row belongs to. */
  String part(FunnelStats row) {
    return this == scorecard ? row.getScorecard() : row.getValue();
  }
}
