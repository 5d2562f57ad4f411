package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.OutputRecord;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Passes every event on. */
final class LeanCopy extends KeyedProcessFunction<String, LeanEvent, OutputRecord> {
  private transient LeanWriter writer; // made in open

  @Override
  public void open(OpenContext context) {
    writer = new LeanWriter();
  }

  @Override
  public void processElement(LeanEvent event, Context context, Collector<OutputRecord> out)
      throws IOException {
    out.collect(writer.plain(event));
  }
}
