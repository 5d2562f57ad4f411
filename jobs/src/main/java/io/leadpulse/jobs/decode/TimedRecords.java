package io.leadpulse.jobs.decode;

import io.leadpulse.jobs.record.RawRecord;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Lets only records that have a time keep a partition awake. One that brings nothing but profiles
 * would else hold back all the others for as long as profiles come.
 */
public final class TimedRecords implements WatermarkStrategy<RawRecord> {
  private static final long serialVersionUID = 1;

  private final WatermarkStrategy<RawRecord> timed;

  /**
   * @param timed what holds of the records that have a time; by {@link EventTime}
   */
  public TimedRecords(WatermarkStrategy<RawRecord> timed) {
    this.timed = timed;
  }

  @Override
  public WatermarkGenerator<RawRecord> createWatermarkGenerator(
      WatermarkGeneratorSupplier.Context context) {
    WatermarkGenerator<RawRecord> generator = timed.createWatermarkGenerator(context);
    return new WatermarkGenerator<>() {
      @Override
      public void onEvent(RawRecord raw, long time, WatermarkOutput output) {
        if (time != EventTime.NONE) {
          generator.onEvent(raw, time, output);
        }
      }

      @Override
      public void onPeriodicEmit(WatermarkOutput output) {
        generator.onPeriodicEmit(output);
      }
    };
  }

  @Override
  public TimestampAssigner<RawRecord> createTimestampAssigner(
      TimestampAssignerSupplier.Context context) {
    return timed.createTimestampAssigner(context);
  }
}
