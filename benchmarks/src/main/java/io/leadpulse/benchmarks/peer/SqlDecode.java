package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;

/**
 * Reads records into the two columns that the query asks for, as a format of Flink's that is told
 * of the projection would; none of them reads the single-object encoding.
 */
final class SqlDecode extends ProcessFunction<RawRecord, Row> {
  static final TypeInformation<Row> TYPE =
      Types.ROW_NAMED(new String[] {"lead_id", "source"}, Types.STRING, Types.STRING);

  private final String prefix;

  // Made in open.
  private transient TopicNames topics;
  private transient LeanReader reader;

  SqlDecode(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public void open(OpenContext context) {
    topics = new TopicNames(prefix);
    reader = new LeanReader();
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<Row> out) {
    SourceTopic source = topics.of(raw);
    String lead = reader.read(source, Objects.requireNonNull(raw.value())).lead();
    out.collect(Row.of(lead, source.baseName()));
  }
}
