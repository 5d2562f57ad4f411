package io.leadpulse.jobs.handoff;

import io.leadpulse.engine.handoff.Team;
import io.leadpulse.engine.handoff.TeamDesk;
import io.leadpulse.engine.handoff.TeamEvent;
import io.leadpulse.engine.handoff.Teams;
import io.leadpulse.jobs.codec.FunnelCodec;
import io.leadpulse.jobs.codec.HandOffCodec;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.TeamMessage;
import io.leadpulse.schemas.registry.RecordFormat;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keyed by team: hands leads over. Teams are few, so they stay in memory whole; what changes of one
 * is written to its state at once, piece by piece.
 */
public final class TeamFunction extends TimeOrderedFunction<TeamMessage, OutputRecord> {
  private static final Logger LOG = LoggerFactory.getLogger(TeamFunction.class);

  private static final Comparator<TeamMessage> BY_LEAD =
      Comparator.comparing(message -> message.input().leadId());

  /** How long changes of a row of the funnel are gathered at least, in live time. */
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  /** The same in a replay, where an hour is soon over. */
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final HandOffSettings settings;
  private final RecordFormat format;
  private final long funnelInterval;

  private transient Teams teams;
  private transient HandOffCodec codec;
  private transient FunnelCodec funnelCodec;
  private transient TeamStore store;
  private transient Map<String, TeamDesk> desks;

  /** When rows of the funnel are told next, by team. */
  private transient Map<String, Long> funnelDue;

  private transient Map<String, TeamMetrics> counts;
  private transient Counter unknown;

  /**
   * @param format of what is written
   */
  public TeamFunction(HandOffSettings settings, RecordFormat format) {
    super(settings.isReplay(), TeamMessage.TYPE);
    this.settings = settings;
    this.format = format;
    funnelInterval = settings.isReplay() ? HOUR : MINUTE;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    super.open(context);
    teams = settings.teams().teams();
    codec = new HandOffCodec(format);
    funnelCodec = new FunnelCodec(format);
    store = new TeamStore(getRuntimeContext());
    desks = new HashMap<>();
    funnelDue = new HashMap<>();
    MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup("leadpulse");
    unknown = metrics.counter("unknown-team");
    counts = new HashMap<>();
    // All of them from the start: to Prometheus, a counter that comes later never rose.
    for (String team : teams.byId().keySet()) {
      counts.put(team, new TeamMetrics(metrics, team, () -> waiting(team)));
    }
  }

  private int waiting(String team) {
    TeamDesk desk = desks.get(team);
    return desk == null ? 0 : desk.waiting();
  }

  @Override
  long timeOf(TeamMessage message) {
    return message.at();
  }

  @Override
  void take(List<TeamMessage> messages, long now, Context context, Collector<OutputRecord> out)
      throws Exception {
    String id = context.getCurrentKey();
    TeamDesk desk = desk(id);
    if (desk == null) {
      unknown.inc(messages.size());
      LOG.error("there is no team {} any more; {} messages to it are dropped", id, messages.size());
      return;
    }
    catchUp(id, desk, now, out);
    for (TeamMessage message : messages.stream().sorted(BY_LEAD).toList()) {
      tell(id, desk.on(message.input(), now), out);
    }
    keep(id, desk, now, context, out);
  }

  @Override
  void tick(long now, Context context, Collector<OutputRecord> out) throws Exception {
    String id = context.getCurrentKey();
    TeamDesk desk = desk(id);
    if (desk == null) {
      unknown.inc();
      LOG.error("there is no team {} any more; what was due there is dropped", id);
      return;
    }
    catchUp(id, desk, Math.min(now, settings.end()), out);
    keep(id, desk, now, context, out);
  }

  /**
   * Lets time pass: in a replay each thing at its own time, by the clock all at once, since what
   * was due while the job was down can only be done now.
   */
  private void catchUp(String id, TeamDesk desk, long now, Collector<OutputRecord> out) {
    while (isReplay() && desk.nextDue() <= now) {
      tell(id, desk.onTime(desk.nextDue()), out);
    }
    if (!isReplay()) {
      tell(id, desk.onTime(now), out);
    }
  }

  private @Nullable TeamDesk desk(String id) throws Exception {
    TeamDesk known = desks.get(id);
    Team team = teams.byId().get(id);
    if (known != null || team == null) {
      return known;
    }
    TeamDesk desk = new TeamDesk(team);
    store.restore(desk);
    desks.put(id, desk);
    return desk;
  }

  private void tell(String id, List<TeamEvent> events, Collector<OutputRecord> out) {
    TeamMetrics counted = counts.get(id);
    for (TeamEvent event : events) {
      counted.count(event);
      out.collect(codec.event(id, event));
    }
  }

  private void keep(
      String id, TeamDesk desk, long now, Context context, Collector<OutputRecord> out)
      throws Exception {
    if (now >= funnelDue.getOrDefault(id, Long.MIN_VALUE) && desk.hasFunnelNews()) {
      Team team = teams.byId().get(id);
      desk.tellFunnel((key, row) -> out.collect(funnelCodec.row(team, key, row, now)));
      funnelDue.put(id, now - Math.floorMod(now, funnelInterval) + funnelInterval);
    } else if (desk.hasFunnelNews()) {
      wake(funnelDue.get(id), context);
    }
    store.take(desk);
    if (desk.nextDue() <= settings.end()) {
      wake(desk.nextDue(), context);
    }
  }
}
