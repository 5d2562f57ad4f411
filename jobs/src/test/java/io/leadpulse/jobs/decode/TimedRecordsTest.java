package io.leadpulse.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.jobs.record.RawRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class TimedRecordsTest {
  private static final RawRecord RECORD = new RawRecord("t", 0, 0, 0, null, new byte[0]);
  private static final Duration IDLE = Duration.ofSeconds(5);

  private final ManualClock clock = new ManualClock();
  private final List<String> said = new ArrayList<>();
  private final WatermarkOutput output =
      new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
          said.add("time " + watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
          said.add("idle");
        }

        @Override
        public void markActive() {
          said.add("active");
        }
      };

  @Test
  void aPartitionWithoutTimesBecomesIdleHoweverMuchItBrings() {
    WatermarkGenerator<RawRecord> generator = generator();
    for (int second = 0; second < 12; second++) {
      generator.onEvent(RECORD, EventTime.NONE, output);
      generator.onPeriodicEmit(output);
      clock.advanceTime(Duration.ofSeconds(1));
    }
    assertThat(said).contains("idle");
    assertThat(said.subList(said.indexOf("idle"), said.size())).containsOnly("idle");
  }

  @Test
  void aPartitionWithTimesKeepsTellingThem() {
    WatermarkGenerator<RawRecord> generator = generator();
    for (int second = 0; second < 12; second++) {
      generator.onEvent(RECORD, 10_000 + second, output);
      generator.onPeriodicEmit(output);
      clock.advanceTime(Duration.ofSeconds(1));
    }
    assertThat(said).doesNotContain("idle").contains("time 10010");
  }

  private WatermarkGenerator<RawRecord> generator() {
    WatermarkStrategy<RawRecord> strategy =
        WatermarkStrategy.<RawRecord>forMonotonousTimestamps().withIdleness(IDLE);
    return new TimedRecords(strategy)
        .createWatermarkGenerator(
            new WatermarkGeneratorSupplier.Context() {
              @Override
              public MetricGroup getMetricGroup() {
                return new UnregisteredMetricsGroup();
              }

              @Override
              public RelativeClock getInputActivityClock() {
                return clock;
              }
            });
  }
}
