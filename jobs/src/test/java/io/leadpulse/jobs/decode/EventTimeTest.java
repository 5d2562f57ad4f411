package io.leadpulse.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.registry.RecordFormat;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTimeTest {
  private static final Instant YEARS_AGO = Instant.parse("2015-05-17T10:05:03Z");

  private final TimestampAssigner<RawRecord> times =
      new EventTime(Accesses.PREFIX, new TimeRules(TimeRules.KEEP_ALL), RecordFormat.singleObject())
          .createTimestampAssigner(UnregisteredMetricsGroup::new);

  @Test
  void engagementsReportsOfSalesAndChangesOfIdentityMoveTime() {
    assertThat(timeOf(Accesses.link(YEARS_AGO))).isEqualTo(YEARS_AGO.toEpochMilli());
    assertThat(timeOf(Accesses.erasure(YEARS_AGO))).isEqualTo(YEARS_AGO.toEpochMilli());
    assertThat(timeOf(Accesses.occurred(YEARS_AGO))).isEqualTo(YEARS_AGO.toEpochMilli());
    assertThat(timeOf(Accesses.sales(YEARS_AGO))).isEqualTo(YEARS_AGO.toEpochMilli());
  }

  @Test
  void profilesDoNot() {
    assertThat(timeOf(Accesses.profile(YEARS_AGO))).isEqualTo(EventTime.NONE);
  }

  @ParameterizedTest
  @EnumSource(Hostile.class)
  void whatIsRefusedDoesNot(Hostile bad) {
    assertThat(timeOf(Accesses.raw(bad.bytes))).isEqualTo(EventTime.NONE);
  }

  private long timeOf(RawRecord raw) {
    return times.extractTimestamp(raw, raw.recordedAt());
  }
}
