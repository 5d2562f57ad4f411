package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.config.ExecutionConfigOptions;
import org.apache.flink.table.api.config.ExecutionConfigOptions.UidGeneration;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.types.Row;

/**
 * The least that a score is in SQL: events and points of each lead, grouped without a window and
 * published as upserts by lead. It forgets nothing and tells no copy from a first.
 *
 * @param settings of the planner and its operators
 */
record SqlCount(Map<String, String> settings) {
  /**
   * Two phases with the sizes that Flink's documentation on tuning has in its example: rows are
   * added up before the exchange and after it.
   */
  static final Map<String, String> MINI_BATCH =
      Map.of(
          "table.exec.mini-batch.enabled", "true",
          "table.exec.mini-batch.allow-latency", "5 s",
          "table.exec.mini-batch.size", "5000",
          "table.optimizer.agg-phase-strategy", "TWO_PHASE");

  private static final String QUERY =
      """
      SELECT lead_id,
             SUM(CASE source
                   WHEN 'webinar-engagement' THEN 10
                   WHEN 'email-engagement' THEN 3
                   ELSE 1
                 END) AS points,
             COUNT(*) AS events
      FROM events
      GROUP BY lead_id
      """;

  private static final Schema EVENTS =
      Schema.newBuilder()
          .column("lead_id", DataTypes.STRING().notNull())
          .column("source", DataTypes.STRING().notNull())
          .build();
  private static final Schema TOTALS =
      Schema.newBuilder()
          .column("lead_id", DataTypes.STRING().notNull())
          .column("points", DataTypes.INT().notNull())
          .column("events", DataTypes.BIGINT().notNull())
          .primaryKey("lead_id")
          .build();

  StreamGraph graph(JobConfig config, String name) {
    JobEnds ends = JobEnds.of(config);
    StreamTableEnvironment tables = StreamTableEnvironment.create(ends.env());
    tables.getConfig().set(ExecutionConfigOptions.TABLE_EXEC_UID_GENERATION, UidGeneration.ALWAYS);
    settings.forEach(tables.getConfig()::set);
    DataStream<Row> events =
        ends.decoded(new SqlDecode(config.kafka().topicPrefix()), SqlDecode.TYPE);
    tables.createTemporaryView("events", events, EVENTS);
    return ends.publishing(
        tables
            .toChangelogStream(tables.sqlQuery(QUERY), TOTALS, ChangelogMode.upsert())
            .map(SqlCount::record, OutputRecord.TYPE)
            .name("encode")
            .uid("encode"),
        name);
  }

  private static OutputRecord record(Row row) {
    String lead = row.getFieldAs("lead_id");
    int points = row.getFieldAs("points");
    long events = row.getFieldAs("events");
    byte[] value =
        ByteBuffer.allocate(Integer.BYTES + Long.BYTES).putInt(points).putLong(events).array();
    return OutputRecord.of(OutputTopic.LEAD_SCORE, lead.getBytes(StandardCharsets.UTF_8), value);
  }
}
