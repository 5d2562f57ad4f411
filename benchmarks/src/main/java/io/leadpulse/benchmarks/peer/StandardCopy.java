package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Passes every record on, encoded as it came. */
final class StandardCopy extends KeyedProcessFunction<String, SpecificRecordBase, OutputRecord> {

  @Override
  public void processElement(SpecificRecordBase value, Context context, Collector<OutputRecord> out)
      throws IOException {
    byte[] key = context.getCurrentKey().getBytes(StandardCharsets.UTF_8);
    out.collect(OutputRecord.of(OutputTopic.LEAD_SCORE, key, AvroRecords.encode(value)));
  }
}
