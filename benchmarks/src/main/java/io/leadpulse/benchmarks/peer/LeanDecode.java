package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.RawRecord;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Reads records by hand. */
final class LeanDecode extends ProcessFunction<RawRecord, LeanEvent> {
  private final String prefix;

  // Made in open.
  private transient TopicNames topics;
  private transient LeanReader reader;

  LeanDecode(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public void open(OpenContext context) {
    topics = new TopicNames(prefix);
    reader = new LeanReader();
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<LeanEvent> out) {
    out.collect(reader.read(topics.of(raw), Objects.requireNonNull(raw.value())));
  }
}
