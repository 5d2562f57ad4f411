package io.leadpulse.cli.read;

import io.leadpulse.schemas.FunnelStats;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import org.apache.avro.Schema;

/** Rows of the funnel added up. Medians cannot be: only a row that stands alone keeps its own. */
final class FunnelSum {
  private static final Comparator<FunnelStats> BY_TIME = Comparator.comparing(FunnelStats::getAsOf);

  /** What each row says of the same team and month. */
  private static final Set<String> SAME_IN_ALL =
      Set.of(
          "businessDays", "businessDaysPassed", "plannedReleased", "plannedMeetings", "plannedWon");

  private FunnelSum() {}

  /**
   * The sum, with all else as in the newest row.
   *
   * @param rows of one team and month; one or more
   */
  static FunnelStats of(Collection<FunnelStats> rows) {
    FunnelStats newest = rows.stream().max(BY_TIME).orElseThrow();
    if (rows.size() == 1) {
      return newest;
    }
    FunnelStats sum =
        FunnelStats.newBuilder(newest)
            .setMedianWaitMillis(null)
            .setMedianAcceptMillis(null)
            .setMedianContactMillis(null)
            .setMedianMeetingMillis(null)
            .setMedianWonMillis(null)
            .build();
    for (Schema.Field field : sum.getSchema().getFields()) {
      if (field.schema().getType() == Schema.Type.INT && !SAME_IN_ALL.contains(field.name())) {
        sum.put(field.pos(), rows.stream().mapToInt(row -> (int) row.get(field.pos())).sum());
      }
    }
    return sum;
  }
}
