package io.leadpulse.jobs.handoff;

import io.leadpulse.jobs.record.LeadMessage;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.TeamMessage;
import io.leadpulse.schemas.registry.RecordFormat;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.OutputTag;

/** The parts of the hand-off. */
public final class HandOffs {
  /** Records that need no team, from the part that routes. */
  public static final OutputTag<OutputRecord> RECORDS = RouteFunction.RECORDS;

  private HandOffs() {}

  /** Keyed by lead: sends what is said of it to its team. */
  public static KeyedProcessFunction<String, LeadMessage, TeamMessage> route(
      HandOffSettings settings, RecordFormat format) {
    return new RouteFunction(settings, format);
  }

  /** Keyed by team: hands leads over, from the alert to the order. */
  public static KeyedProcessFunction<String, TeamMessage, OutputRecord> handOff(
      HandOffSettings settings, RecordFormat format) {
    return new TeamFunction(settings, format);
  }
}
