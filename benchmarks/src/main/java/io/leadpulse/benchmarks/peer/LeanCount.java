package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.OutputRecord;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Passes every event on with its number among those of its lead: one read and one write. */
final class LeanCount extends KeyedProcessFunction<String, LeanEvent, OutputRecord> {
  // Made in open.
  private transient LeanWriter writer;
  private transient ValueState<Long> counts;

  @Override
  public void open(OpenContext context) {
    writer = new LeanWriter();
    counts = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
  }

  @Override
  public void processElement(LeanEvent event, Context context, Collector<OutputRecord> out)
      throws IOException {
    Long before = counts.value();
    long count = before == null ? 1 : before + 1;
    counts.update(count);
    out.collect(writer.counted(event, count));
  }
}
