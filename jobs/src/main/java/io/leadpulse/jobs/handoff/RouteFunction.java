package io.leadpulse.jobs.handoff;

import io.leadpulse.engine.handoff.LeadNews;
import io.leadpulse.engine.handoff.LeadRoutes;
import io.leadpulse.engine.handoff.Routed;
import io.leadpulse.engine.handoff.Routed.Nurture;
import io.leadpulse.engine.handoff.Routed.ToTeam;
import io.leadpulse.engine.handoff.Routed.Unrouted;
import io.leadpulse.engine.handoff.Router;
import io.leadpulse.jobs.codec.HandOffCodec;
import io.leadpulse.jobs.record.LeadMessage;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.TeamMessage;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keyed by lead: sends what is said of it to its team. What a {@link Router} decides that needs no
 * team goes to {@link #RECORDS}.
 */
public final class RouteFunction extends TimeOrderedFunction<LeadMessage, TeamMessage> {
  public static final OutputTag<OutputRecord> RECORDS =
      new OutputTag<>("records", OutputRecord.TYPE);

  private static final Comparator<LeadMessage> BY_RANK =
      Comparator.comparingInt(message -> LeadNews.rank(message.news()));

  private final HandOffSettings settings;
  private final RecordFormat format;

  private transient Router router;
  private transient HandOffCodec codec;
  private transient ValueState<byte[]> routes;

  /**
   * @param format of what is written
   */
  public RouteFunction(HandOffSettings settings, RecordFormat format) {
    super(settings.isReplay(), LeadMessage.TYPE);
    this.settings = settings;
    this.format = format;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    super.open(context);
    router = new Router(settings.teams().teams());
    codec = new HandOffCodec(format);
    routes =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "routes", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  @Override
  long timeOf(LeadMessage message) {
    return message.at();
  }

  @Override
  void take(List<LeadMessage> messages, long now, Context context, Collector<TeamMessage> out)
      throws Exception {
    byte[] before = routes.value();
    LeadRoutes lead = before == null ? new LeadRoutes() : LeadRoutes.of(before);
    for (LeadMessage message : messages.stream().sorted(BY_RANK).toList()) {
      long at = isReplay() ? Math.max(message.at(), now) : now;
      for (Routed routed : router.on(lead, message.leadId(), message.news())) {
        send(routed, at, context, out);
      }
    }
    keep(before, lead);
  }

  private void send(Routed routed, long at, Context context, Collector<TeamMessage> out) {
    if (routed instanceof ToTeam toTeam) {
      out.collect(new TeamMessage(toTeam.team(), at, toTeam.input()));
    } else if (routed instanceof Nurture nurture) {
      context.output(RECORDS, codec.nurture(nurture, at));
    } else if (routed instanceof Unrouted unrouted) {
      context.output(RECORDS, codec.unrouted(unrouted.lead(), at));
    }
  }

  /** Most news change nothing, and then nothing is written. */
  private void keep(byte @Nullable [] before, LeadRoutes lead) throws Exception {
    if (lead.isEmpty()) {
      if (before != null) {
        routes.clear();
      }
      return;
    }
    byte[] now = lead.toBytes();
    if (!Arrays.equals(before, now)) {
      routes.update(now);
    }
  }

  @Override
  void tick(long now, Context context, Collector<TeamMessage> out) {
    // Nothing happens to a lead by itself.
  }
}
