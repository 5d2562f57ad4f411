package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Passes each input of the job on as a small record: its lead, its topic and its times. */
final class JobCopy extends KeyedProcessFunction<String, LeadInput, OutputRecord> {
  private static final int FIXED = 1 + 2 * Long.BYTES;

  @Override
  public void processElement(LeadInput input, Context context, Collector<OutputRecord> out) {
    byte[] lead = input.leadId().getBytes(StandardCharsets.UTF_8);
    byte[] value =
        ByteBuffer.allocate(FIXED + lead.length)
            .put((byte) input.source().ordinal())
            .putLong(input.occurredAt())
            .putLong(input.recordedAt())
            .put(lead)
            .array();
    out.collect(OutputRecord.of(OutputTopic.LEAD_SCORE, lead, value));
  }
}
