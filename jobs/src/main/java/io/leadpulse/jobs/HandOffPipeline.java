package io.leadpulse.jobs;

import io.leadpulse.jobs.decode.HandOffFunction;
import io.leadpulse.jobs.handoff.HandOffSettings;
import io.leadpulse.jobs.handoff.RouteFunction;
import io.leadpulse.jobs.handoff.TeamFunction;
import io.leadpulse.jobs.record.LeadMessage;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.TeamMessage;
import io.leadpulse.schemas.registry.RecordFormat;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The hand-off between its source and its sinks: streams in, streams out, no Kafka.
 *
 * @param format of all records, in and out
 */
public record HandOffPipeline(HandOffSettings settings, RecordFormat format) {
  /**
   * What the pipeline writes.
   *
   * @param handOffs what becomes of leads, and rows of the funnel
   */
  public record Outputs(DataStream<OutputRecord> handOffs, DataStream<OutputRecord> deadLetters) {}

  /**
   * Adds the operators between the input and its outputs.
   *
   * @param raw alerts, scores, what sales did, changes of identity; in a replay with watermarks of
   *     their own times
   */
  public Outputs connect(DataStream<RawRecord> raw) {
    SingleOutputStreamOperator<LeadMessage> leads =
        OperatorId.READ_HAND_OFF.name(
            raw.process(new HandOffFunction(settings.topicPrefix(), format), LeadMessage.TYPE));
    SingleOutputStreamOperator<TeamMessage> routed =
        OperatorId.ROUTE_LEAD.name(
            leads
                .keyBy(LeadMessage::leadId, Types.STRING)
                .process(new RouteFunction(settings, format), TeamMessage.TYPE));
    SingleOutputStreamOperator<OutputRecord> handOffs =
        OperatorId.HAND_OFF.name(
            routed
                .keyBy(TeamMessage::team, Types.STRING)
                .process(new TeamFunction(settings, format), OutputRecord.TYPE));
    return new Outputs(
        handOffs.union(routed.getSideOutput(RouteFunction.RECORDS)),
        leads.getSideOutput(HandOffFunction.DEAD_LETTERS));
  }
}
