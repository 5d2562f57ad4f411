package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Encodes lean events for the output topic, in the form in which they cross the network. */
final class LeanWriter {
  private static final int INITIAL = 512;

  private final LeanSerializer format = new LeanSerializer();
  private final DataOutputSerializer out = new DataOutputSerializer(INITIAL);

  OutputRecord plain(LeanEvent event) throws IOException {
    out.clear();
    format.serialize(event, out);
    return record(event);
  }

  /** With a number at its end. */
  OutputRecord counted(LeanEvent event, long count) throws IOException {
    out.clear();
    format.serialize(event, out);
    out.writeLong(count);
    return record(event);
  }

  private OutputRecord record(LeanEvent event) {
    return OutputRecord.of(
        OutputTopic.LEAD_SCORE,
        event.lead().getBytes(StandardCharsets.UTF_8),
        out.getCopyOfBuffer());
  }
}
