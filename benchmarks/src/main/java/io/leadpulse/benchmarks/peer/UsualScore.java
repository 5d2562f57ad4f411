package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * A rolling score as it is usually written: all events of the last 30 days are kept by their id, an
 * event has all of them read and added up anew, and a timer for each event removes it. It writes
 * the lead's number of events and its score for every event.
 */
final class UsualScore extends KeyedProcessFunction<String, SpecificRecordBase, OutputRecord> {
  private static final Duration WINDOW = Duration.ofDays(30);
  private static final double HALF_LIFE_MILLIS = Duration.ofDays(14).toMillis();

  // Made in open.
  private transient MapState<String, Long> events;
  private transient Counter timers;

  @Override
  public void open(OpenContext context) {
    events =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("events", Types.STRING, Types.LONG));
    timers = getRuntimeContext().getMetricGroup().counter("timers-registered");
  }

  @Override
  public void processElement(SpecificRecordBase value, Context context, Collector<OutputRecord> out)
      throws Exception {
    long occurredAt = AvroRecords.occurredAt(value).toEpochMilli();
    events.put(AvroRecords.id(value), occurredAt);
    // By the clock of live operation; no measurement lasts until one of them fires.
    long now = context.timerService().currentProcessingTime();
    context.timerService().registerProcessingTimeTimer(now + WINDOW.toMillis());
    timers.inc();
    out.collect(score(context.getCurrentKey(), occurredAt));
  }

  private OutputRecord score(String lead, long now) throws Exception {
    double score = 0;
    int count = 0;
    for (Map.Entry<String, Long> event : events.entries()) {
      score += Math.pow(2, -Math.max(0, now - event.getValue()) / HALF_LIFE_MILLIS);
      count++;
    }
    byte[] value =
        ByteBuffer.allocate(Double.BYTES + Long.BYTES).putDouble(score).putLong(count).array();
    return OutputRecord.of(OutputTopic.LEAD_SCORE, lead.getBytes(StandardCharsets.UTF_8), value);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<OutputRecord> out)
      throws Exception {
    long oldest = timestamp - WINDOW.toMillis();
    for (Iterator<Map.Entry<String, Long>> all = events.iterator(); all.hasNext(); ) {
      if (all.next().getValue() <= oldest) {
        all.remove();
      }
    }
  }
}
