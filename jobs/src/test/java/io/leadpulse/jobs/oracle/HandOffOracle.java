package io.leadpulse.jobs.oracle;

import io.leadpulse.engine.handoff.LeadNews;
import io.leadpulse.engine.handoff.LeadRoutes;
import io.leadpulse.engine.handoff.Routed;
import io.leadpulse.engine.handoff.Routed.Nurture;
import io.leadpulse.engine.handoff.Routed.ToTeam;
import io.leadpulse.engine.handoff.Router;
import io.leadpulse.engine.handoff.TeamDesk;
import io.leadpulse.engine.handoff.TeamEvent;
import io.leadpulse.engine.handoff.Teams;
import io.leadpulse.jobs.codec.FunnelCodec;
import io.leadpulse.jobs.codec.HandOffCodec;
import io.leadpulse.jobs.codec.HandOffReader;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.record.LeadMessage;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.TeamMessage;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The hand-off in one loop over all records: no cluster, no state, no timers. */
public final class HandOffOracle {
  private final RecordFormat format = RecordFormat.singleObject();
  private final HandOffCodec codec = new HandOffCodec(format);
  private final Teams teams;
  private final List<OutputRecord> records = new ArrayList<>();
  private final Map<String, List<TeamMessage>> messages = new TreeMap<>();
  private final Map<String, TeamDesk> desks = new TreeMap<>();

  private HandOffOracle(Teams teams) {
    this.teams = teams;
  }

  /**
   * What is to be told, in the order of each team.
   *
   * @param end nothing happens by itself after it, epoch milliseconds
   */
  public static HandOffOracle of(Teams teams, List<RawRecord> log, String prefix, long end) {
    HandOffOracle oracle = new HandOffOracle(teams);
    HandOffReader reader = new HandOffReader(prefix, oracle.format);
    List<LeadMessage> news = new ArrayList<>();
    for (RawRecord raw : log) {
      if (reader.read(raw) instanceof Reading.Value<Optional<LeadMessage>> value) {
        value.value().ifPresent(news::add);
      }
    }
    oracle.route(news);
    oracle.messages.forEach((team, told) -> oracle.work(team, told, end));
    return oracle;
  }

  private void route(List<LeadMessage> news) {
    Router router = new Router(teams);
    Map<String, LeadRoutes> leads = new HashMap<>();
    news.sort(
        Comparator.comparingLong(LeadMessage::at)
            .thenComparing(LeadMessage::leadId)
            .thenComparingInt(message -> LeadNews.rank(message.news())));
    for (LeadMessage one : news) {
      LeadRoutes lead = leads.computeIfAbsent(one.leadId(), any -> new LeadRoutes());
      for (Routed routed : router.on(lead, one.leadId(), one.news())) {
        if (routed instanceof ToTeam to) {
          messages
              .computeIfAbsent(to.team(), any -> new ArrayList<>())
              .add(new TeamMessage(to.team(), one.at(), to.input()));
        } else if (routed instanceof Nurture nurture) {
          records.add(codec.nurture(nurture, one.at()));
        } else {
          records.add(codec.unrouted(((Routed.Unrouted) routed).lead(), one.at()));
        }
      }
    }
  }

  private void work(String team, List<TeamMessage> told, long end) {
    TeamDesk desk = new TeamDesk(teams.byId().get(team));
    desks.put(team, desk);
    for (TeamMessage message : told) {
      while (desk.nextDue() <= message.at()) {
        tell(team, desk.onTime(desk.nextDue()));
      }
      tell(team, desk.on(message.input(), message.at()));
    }
    while (desk.nextDue() <= end) {
      tell(team, desk.onTime(desk.nextDue()));
    }
  }

  private void tell(String team, List<TeamEvent> events) {
    events.forEach(event -> records.add(codec.event(team, event)));
  }

  /** All hand-off records. */
  public List<OutputRecord> records() {
    return records;
  }

  /** All rows of the funnel as they are in the end, as of an instant. */
  public List<OutputRecord> funnel(long asOf) {
    FunnelCodec funnel = new FunnelCodec(format);
    List<OutputRecord> rows = new ArrayList<>();
    desks.forEach(
        (team, desk) ->
            desk.tellFunnel(
                (key, row) -> rows.add(funnel.row(teams.byId().get(team), key, row, asOf))));
    return rows;
  }
}
