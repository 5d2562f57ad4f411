package io.leadpulse.jobs.codec;

import io.leadpulse.engine.calendar.BusinessCalendar;
import io.leadpulse.engine.handoff.FunnelKey;
import io.leadpulse.engine.handoff.FunnelKey.Dimension;
import io.leadpulse.engine.handoff.FunnelRow;
import io.leadpulse.engine.handoff.Milestone;
import io.leadpulse.engine.handoff.Span;
import io.leadpulse.engine.handoff.Stage;
import io.leadpulse.engine.handoff.Team;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.schemas.FunnelStats;
import io.leadpulse.schemas.FunnelStatsKey;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes rows of the funnel. For one thread at a time. */
public final class FunnelCodec {
  private final RecordEncoder<FunnelStatsKey> keys;
  private final RecordEncoder<FunnelStats> values;

  public FunnelCodec(RecordFormat format) {
    keys = format.encoder(Topics.FUNNEL_STATS_KEY);
    values = format.encoder(Topics.FUNNEL_STATS);
  }

  /**
   * A row as it is now.
   *
   * @param now epoch milliseconds
   */
  public OutputRecord row(Team team, FunnelKey key, FunnelRow row, long now) {
    BusinessCalendar calendar = team.calendar();
    boolean plan = key.dimension() == Dimension.ACTIVITY;
    FunnelStatsKey name =
        new FunnelStatsKey(
            team.id(),
            key.month().toString(),
            key.scorecard(),
            key.modelVersion(),
            key.dimension().term(),
            key.value());
    FunnelStats value =
        FunnelStats.newBuilder()
            .setTeam(name.getTeam())
            .setMonth(name.getMonth())
            .setScorecard(name.getScorecard())
            .setModelVersion(name.getModelVersion())
            .setDimension(name.getDimension())
            .setValue(name.getValue())
            .setRaised(row.count(Milestone.RAISED))
            .setReleased(row.count(Milestone.RELEASED))
            .setWithdrawn(row.count(Milestone.WITHDRAWN))
            .setUnworked(row.count(Milestone.UNWORKED))
            .setAccepted(row.count(Milestone.ACCEPTED))
            .setContacted(row.count(Milestone.CONTACTED))
            .setMeeting(row.count(Milestone.MEETING))
            .setQualified(row.count(Milestone.QUALIFIED))
            .setWon(row.count(Milestone.WON))
            .setLost(row.count(Milestone.LOST))
            .setLostAfterMeeting(row.count(Milestone.LOST_AFTER_MEETING))
            .setRejected(row.count(Milestone.REJECTED))
            .setRecycled(row.count(Milestone.RECYCLED))
            .setBreached(row.count(Milestone.BREACHED))
            .setMedianWaitMillis(median(row, Span.WAIT))
            .setMedianAcceptMillis(median(row, Span.ACCEPT))
            .setMedianContactMillis(median(row, Span.CONTACT))
            .setMedianMeetingMillis(median(row, Span.MEETING))
            .setMedianWonMillis(median(row, Span.WON))
            .setBusinessDays(calendar.businessDaysIn(key.month()))
            .setBusinessDaysPassed(calendar.businessDaysIn(key.month(), now))
            .setPlannedReleased(plan ? team.planned(Stage.RELEASED) : 0)
            .setPlannedMeetings(plan ? team.planned(Stage.MEETING) : 0)
            .setPlannedWon(plan ? team.planned(Stage.WON) : 0)
            .setAsOf(Instant.ofEpochMilli(now))
            .build();
    return OutputRecord.of(OutputTopic.FUNNEL_STATS, keys.encode(name), values.encode(value));
  }

  private static @Nullable Long median(FunnelRow row, Span span) {
    long median = row.median(span);
    return median < 0 ? null : median;
  }
}
