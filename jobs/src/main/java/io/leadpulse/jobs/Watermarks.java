package io.leadpulse.jobs;

import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.decode.EventTime;
import io.leadpulse.jobs.decode.TimedRecords;
import io.leadpulse.jobs.record.RawRecord;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** What makes time pass. No scoring waits for it; in replay it fires timers. */
final class Watermarks {
  private Watermarks() {}

  /**
   * In live operation the append time, by which the job sees whether it still reads a backlog; in
   * replay the time of the events. A partition that is silent holds back neither.
   *
   * @param times of replays; {@link EventTime#NONE} of a record that has none
   */
  static WatermarkStrategy<RawRecord> of(
      JobConfig config, TimestampAssignerSupplier<RawRecord> times) {
    if (config.isLive()) {
      return WatermarkStrategy.<RawRecord>forMonotonousTimestamps()
          .withIdleness(config.idleTimeout());
    }
    WatermarkStrategy<RawRecord> byEvents =
        WatermarkStrategy.<RawRecord>forBoundedOutOfOrderness(config.time().outOfOrderness())
            .withTimestampAssigner(times)
            .withIdleness(config.idleTimeout());
    return new TimedRecords(byEvents);
  }
}
