package io.leadpulse.jobs;

import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.decode.EventTime;
import io.leadpulse.jobs.decode.TimedRecords;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.registry.RecordFormat;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** What makes time pass. No scoring waits for it; in replay it fires timers. */
final class Watermarks {
  private Watermarks() {}

  /**
   * In live operation the append time, by which the job sees whether it still reads a backlog; in
   * replay the time of the events. A partition that is silent holds back neither.
   */
  static WatermarkStrategy<RawRecord> of(JobConfig config, RecordFormat format) {
    if (config.isLive()) {
      return WatermarkStrategy.<RawRecord>forMonotonousTimestamps()
          .withIdleness(config.idleTimeout());
    }
    WatermarkStrategy<RawRecord> byEvents =
        WatermarkStrategy.<RawRecord>forBoundedOutOfOrderness(config.time().outOfOrderness())
            .withTimestampAssigner(
                new EventTime(config.kafka().topicPrefix(), config.timeRules(), format))
            .withIdleness(config.idleTimeout());
    return new TimedRecords(byEvents);
  }
}
