package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.handoff.TeamEvent.Progressed;
import io.leadpulse.engine.handoff.TeamEvent.Released;
import io.leadpulse.engine.handoff.TeamEvent.Unworked;
import io.leadpulse.engine.handoff.TeamEvent.What;
import io.leadpulse.engine.handoff.TeamEvent.Withdrawn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The hot leads of one team, from the alert to the order: those that wait, and those that sales
 * has. Each alert is released once at most, however often it is told.
 *
 * <p>Instants are epoch milliseconds; time never goes back.
 */
public final class TeamDesk {
  private static final int VERSION = 1;

  private final Team team;
  private final WaitingRoom room;

  /** By alert. */
  private final Map<String, HandOff> handedOver = new TreeMap<>();

  /** The alert by which sales has a lead, the newest of several. */
  private final Map<String, String> alertOfLead = new HashMap<>();

  /** When something is due of those that sales has. */
  private final TreeSet<Due> dues =
      new TreeSet<>(Comparator.comparingLong(Due::at).thenComparing(Due::alertId));

  private final Map<String, Due> dueOf = new HashMap<>();
  private final List<TeamEvent> events = new ArrayList<>();
  private long clock = Long.MIN_VALUE;

  private record Due(long at, String alertId) {}

  public TeamDesk(Team team) {
    this.team = team;
    room = new WaitingRoom(team.calendar(), team.capacity(), team.freshDays());
  }

  /** Takes in a lead that has become hot. */
  public List<TeamEvent> onRaised(Candidate candidate, long now) {
    begin(now);
    if (!handedOver.containsKey(candidate.alertId())) {
      release(room.offer(candidate, clock));
    }
    return end();
  }

  /** Takes news of a hot lead. */
  public List<TeamEvent> onUpdated(String alertId, long intentMilli, long now) {
    begin(now);
    room.update(alertId, intentMilli);
    return end();
  }

  /** Takes that a lead is hot no more, or never should have been; sales keeps what it has. */
  public List<TeamEvent> onCooled(String alertId, long now) {
    begin(now);
    Candidate withdrawn = room.withdraw(alertId);
    if (withdrawn != null) {
      tell(alertId, withdrawn.leadId(), new Withdrawn());
    }
    return end();
  }

  /**
   * Takes what sales says of a lead. One that still waits has been found by somebody: it is
   * released to them.
   *
   * @return empty, too, for a lead that this team has nothing of
   */
  public List<TeamEvent> onReport(String leadId, Report report, long now) {
    begin(now);
    Candidate found = room.find(leadId);
    if (found != null) {
      room.withdraw(found.alertId());
      release(List.of(found));
    }
    String alertId = alertOfLead.get(leadId);
    HandOff handOff = alertId == null ? null : handedOver.get(alertId);
    if (alertId != null && handOff != null) {
      handOff
          .onReport(report, team.calendar())
          .forEach(event -> tell(alertId, leadId, new Progressed(event)));
      schedule(alertId, handOff);
    }
    return end();
  }

  /** Lets time pass. */
  public List<TeamEvent> onTime(long now) {
    begin(now);
    return end();
  }

  private void begin(long now) {
    events.clear();
    clock = Math.max(clock, now);
    while (!dues.isEmpty() && dues.first().at() <= clock) {
      settle(dues.first().alertId());
    }
  }

  private void settle(String alertId) {
    HandOff handOff = handedOver.get(alertId);
    if (handOff == null) {
      return;
    }
    if (handOff.stage().isLast()) {
      forget(alertId, handOff);
      return;
    }
    handOff
        .onTime(clock, team.deadlines(), team.calendar())
        .forEach(event -> tell(alertId, handOff.leadId(), new Progressed(event)));
    schedule(alertId, handOff);
  }

  private void forget(String alertId, HandOff handOff) {
    handedOver.remove(alertId);
    alertOfLead.remove(handOff.leadId(), alertId);
    Due due = dueOf.remove(alertId);
    if (due != null) {
      dues.remove(due);
    }
  }

  private List<TeamEvent> end() {
    release(room.onTime(clock));
    for (Candidate overdue : room.newlyOverdue()) {
      tell(overdue.alertId(), overdue.leadId(), new Unworked());
    }
    return List.copyOf(events);
  }

  private void release(List<Candidate> released) {
    for (Candidate candidate : released) {
      HandOff handOff =
          new HandOff(
              candidate.leadId(), candidate.owner(), team.stage(Stage.RELEASED, "").name(), clock);
      handedOver.put(candidate.alertId(), handOff);
      alertOfLead.put(candidate.leadId(), candidate.alertId());
      schedule(candidate.alertId(), handOff);
      long waited = team.calendar().between(candidate.since(), clock);
      tell(candidate.alertId(), candidate.leadId(), new Released(waited));
    }
  }

  private void schedule(String alertId, HandOff handOff) {
    long at =
        handOff.stage().isLast()
            ? clock + Duration.ofDays(team.keepDays()).toMillis()
            : handOff.nextDue(team.deadlines(), team.calendar());
    Due before = dueOf.remove(alertId);
    if (before != null) {
      dues.remove(before);
    }
    if (at != Long.MAX_VALUE) {
      Due due = new Due(at, alertId);
      dues.add(due);
      dueOf.put(alertId, due);
    }
  }

  private void tell(String alertId, String leadId, What what) {
    events.add(new TeamEvent(alertId, leadId, clock, what));
  }

  /** When something happens next by itself; {@link Long#MAX_VALUE} for never. */
  public long nextDue() {
    return Math.min(room.nextDue(), dues.isEmpty() ? Long.MAX_VALUE : dues.first().at());
  }

  /** How many hot leads wait. */
  public int waiting() {
    return room.size();
  }

  /** Where a lead that was handed over stands; null for one that was not. */
  public @Nullable Stage stage(String alertId) {
    HandOff handOff = handedOver.get(alertId);
    return handOff == null ? null : handOff.stage();
  }

  public byte[] toBytes() {
    ByteSink out = new ByteSink();
    out.fixed8(VERSION);
    out.signed(clock);
    byte[] waiting = room.toBytes();
    out.unsigned(waiting.length);
    out.bytes(waiting, 0, waiting.length);
    out.unsigned(handedOver.size());
    handedOver.forEach(
        (alertId, handOff) -> {
          out.text(alertId);
          Due due = dueOf.get(alertId);
          out.signed(due == null ? Long.MAX_VALUE : due.at());
          out.fixed8(alertId.equals(alertOfLead.get(handOff.leadId())) ? 1 : 0);
          handOff.write(out);
        });
    return out.toBytes();
  }

  /**
   * Fills an empty one with what was written.
   *
   * @throws IllegalStateException if the bytes come from a later release
   */
  public void restore(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int version = in.fixed8();
    if (version != VERSION) {
      throw new IllegalStateException("team in layout " + version);
    }
    clock = in.signed();
    room.restore(in.bytes(in.count()));
    for (int left = in.count(); left > 0; left--) {
      String alertId = in.text();
      long at = in.signed();
      boolean newest = in.fixed8() == 1;
      HandOff handOff = HandOff.read(in);
      handedOver.put(alertId, handOff);
      if (newest) {
        alertOfLead.put(handOff.leadId(), alertId);
      }
      if (at != Long.MAX_VALUE) {
        Due due = new Due(at, alertId);
        dues.add(due);
        dueOf.put(alertId, due);
      }
    }
  }
}
