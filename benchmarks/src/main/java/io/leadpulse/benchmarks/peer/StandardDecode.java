package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.RawRecord;
import java.io.IOException;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Reads records as Avro's generated classes do; its fast reader is on by default. */
final class StandardDecode extends ProcessFunction<RawRecord, SpecificRecordBase> {
  private final String prefix;
  private transient TopicNames topics; // made in open

  StandardDecode(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public void open(OpenContext context) {
    topics = new TopicNames(prefix);
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<SpecificRecordBase> out)
      throws IOException {
    out.collect(AvroRecords.decode(topics.of(raw), Objects.requireNonNull(raw.value())));
  }
}
