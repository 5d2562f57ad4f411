package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.handoff.HandOffEvent.Moved;
import io.leadpulse.engine.handoff.TeamEvent.Active;
import io.leadpulse.engine.handoff.TeamEvent.Correct;
import io.leadpulse.engine.handoff.TeamEvent.Digested;
import io.leadpulse.engine.handoff.TeamEvent.Progressed;
import io.leadpulse.engine.handoff.TeamEvent.Released;
import io.leadpulse.engine.handoff.TeamEvent.Unworked;
import io.leadpulse.engine.handoff.TeamEvent.What;
import io.leadpulse.engine.handoff.TeamEvent.Withdrawn;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The hot leads of one team, from the alert to the order: those that wait, and those that sales
 * has. Each alert is released once at most, however often it is told, and comes to an end: one of
 * which sales never says anything more is recycled in the end.
 *
 * <p>Instants are epoch milliseconds; time never goes back.
 */
public final class TeamDesk {
  /** Of a rejection after which marketing is to mend what it knows. */
  static final String WRONG_INFORMATION = "wrong-information";

  /** Of a lead that is recycled because nobody said anything. */
  static final String NO_FEEDBACK = "no-feedback";

  private static final String ERASED = "erased";
  private static final int VERSION = 2;

  private final Team team;
  private final long keepMillis;
  private final Room room;
  private final DayBook day;
  private final Funnel funnel = new Funnel();

  private final TeamLeads leads = new TeamLeads();
  private final List<TeamEvent> events = new ArrayList<>();
  private long clock = Long.MIN_VALUE;

  public TeamDesk(Team team) {
    this.team = team;
    keepMillis = Duration.ofDays(team.keepDays()).toMillis();
    room =
        team.digest()
            ? new DigestRoom(team.calendar())
            : new WaitingRoom(team.calendar(), team.capacity(), team.freshDays());
    day = new DayBook(team.calendar());
  }

  /**
   * Takes whatever may come.
   *
   * @param now epoch milliseconds
   */
  public List<TeamEvent> on(TeamInput input, long now) {
    if (input instanceof TeamInput.Raised raised) {
      return onRaised(raised.candidate(), now);
    }
    if (input instanceof TeamInput.Updated news) {
      return onUpdated(news, now);
    }
    if (input instanceof TeamInput.Cooled cooled) {
      return onCooled(cooled, now);
    }
    if (input instanceof TeamInput.Reported reported) {
      return onReport(reported.leadId(), reported.by(team), now);
    }
    return onErased(((TeamInput.Erased) input).leadId(), now);
  }

  /** Takes in a lead that has become hot. */
  List<TeamEvent> onRaised(Candidate candidate, long now) {
    begin(now);
    if (leads.get(candidate.alertId()) == null) {
      TeamLead lead = new TeamLead(candidate);
      leads.add(lead);
      changed(lead);
      release(room.offer(candidate, clock), true);
    }
    return end();
  }

  /**
   * Takes news of a hot lead, which its owner is told; if the episode is none of ours, news of the
   * newest by which sales has the lead. One that waits and now asks to be contacted is released.
   */
  List<TeamEvent> onUpdated(TeamInput.Updated news, long now) {
    begin(now);
    TeamLead known = leads.get(news.alertId());
    TeamLead lead = known == null ? leads.inHand(news.leadId(), Long.MAX_VALUE) : known;
    if (lead != null) {
      lead.intent(news.intentMilli());
      room.update(lead.candidate().alertId(), news.intentMilli());
      changed(lead);
      if (lead.handOff() == null && HotLead.isHandRaise(news.cause())) {
        releaseWhoAsks(lead);
      } else {
        tellActive(lead, news.messageId(), news.cause());
      }
    }
    return end();
  }

  private void releaseWhoAsks(TeamLead lead) {
    room.withdraw(lead.candidate().alertId());
    lead.raiseHand();
    release(room.offer(lead.candidate(), clock), true);
  }

  private void tellActive(TeamLead lead, String messageId, String cause) {
    HandOff handOff = lead.handOff();
    if (handOff != null && !handOff.stage().isLast()) {
      tell(lead, new Active(messageId, cause));
    }
  }

  /** Takes that a lead is hot no more, or never should have been. What sales has it keeps. */
  List<TeamEvent> onCooled(TeamInput.Cooled cooled, long now) {
    begin(now);
    TeamLead lead = leads.get(cooled.alertId());
    if (lead != null) {
      if (room.withdraw(cooled.alertId()) == null) {
        tellActive(lead, cooled.messageId(), cooled.cause());
      } else {
        count(lead, Tally.withdrawn(lead.unworked));
        withdraw(lead, cooled.cause());
      }
    }
    return end();
  }

  private void withdraw(TeamLead lead, String reason) {
    tell(lead, new Withdrawn(reason));
    leads.remove(lead);
  }

  /**
   * Forgets a lead, wherever it stands, and tells nothing of the person. What it added to the
   * numbers stays: they name nobody.
   */
  List<TeamEvent> onErased(String leadId, long now) {
    begin(now);
    for (TeamLead lead : leads.of(leadId)) {
      if (room.withdraw(lead.candidate().alertId()) != null) {
        count(lead, Tally.withdrawn(lead.unworked));
      }
      lead.anonymise();
      withdraw(lead, ERASED);
    }
    return end();
  }

  /**
   * Takes what sales says of a lead. One that still waits has been found by somebody: it is
   * released to them.
   *
   * @return empty, too, for a lead that this team has nothing of
   */
  List<TeamEvent> onReport(String leadId, Report report, long now) {
    begin(now);
    Candidate found = leads.waiting(leadId, report.occurredAt());
    if (found != null) {
      room.withdraw(found.alertId());
      release(List.of(found), false);
    }
    TeamLead lead = leads.inHand(leadId, report.occurredAt());
    if (lead != null) {
      report(lead, report);
    }
    return end();
  }

  private void report(TeamLead lead, Report report) {
    HandOff handOff = lead.handOff();
    if (handOff != null) {
      if (!handOff.has(report)) {
        note(report, handOff);
      }
      progress(lead, handOff, report);
      schedule(lead);
      changed(lead);
    }
  }

  private void progress(TeamLead lead, HandOff handOff, Report report) {
    for (HandOffEvent event : handOff.onReport(report, team.calendar())) {
      tell(lead, new Progressed(event));
      if (event instanceof Moved moved
          && moved.stage() == Stage.REJECTED
          && moved.reason().equals(WRONG_INFORMATION)) {
        tell(lead, new Correct());
      }
    }
  }

  /** Counts what sales did in the month in which it did it. */
  private void note(Report report, HandOff handOff) {
    YearMonth month = month(report.occurredAt());
    if (report.stage() != Stage.RELEASED) {
      funnel.add(month, Milestone.of(report.stage()));
    }
    if (report.stage() == Stage.LOST && handOff.isMetAtMost()) {
      funnel.add(month, Milestone.LOST_AFTER_MEETING);
    }
  }

  private YearMonth month(long at) {
    return YearMonth.from(team.calendar().dateOf(at));
  }

  /** Lets time pass. */
  public List<TeamEvent> onTime(long now) {
    begin(now);
    return end();
  }

  private void begin(long now) {
    events.clear();
    clock = Math.max(clock, now);
    day.begin(clock);
    for (TeamLead due = leads.pollDue(clock); due != null; due = leads.pollDue(clock)) {
      settle(due);
    }
    while (day.end() <= clock) {
      LocalDate date = team.calendar().dateOf(day.end());
      tell(null, day.close(room.most(date), room.candidates()));
    }
  }

  private void settle(TeamLead lead) {
    HandOff handOff = lead.handOff();
    if (handOff == null || handOff.stage().isLast()) {
      leads.remove(lead);
      return;
    }
    handOff
        .onTime(clock, team.deadlines(), team.calendar())
        .forEach(event -> tell(lead, new Progressed(event)));
    long end = handOff.latest().occurredAt() + keepMillis;
    if (end <= clock) {
      String name = team.stage(Stage.RECYCLED, "").name();
      progress(lead, handOff, new Report(Stage.RECYCLED, name, NO_FEEDBACK, end));
    }
    schedule(lead);
    changed(lead);
  }

  private List<TeamEvent> end() {
    release(room.onTime(clock), true);
    for (Candidate overdue : room.newlyOverdue()) {
      TeamLead lead = leads.get(overdue.alertId());
      if (lead != null) {
        lead.unworked = true;
        day.unworked();
        changed(lead);
        tell(lead, new Unworked());
      }
    }
    return List.copyOf(events);
  }

  private void release(List<Candidate> released, boolean paced) {
    Map<String, List<Candidate>> digests = new LinkedHashMap<>();
    for (Candidate candidate : released) {
      TeamLead lead = leads.get(candidate.alertId());
      if (lead == null) {
        continue;
      }
      String name = team.stage(Stage.RELEASED, "").name();
      HandOff handOff = new HandOff(candidate.leadId(), candidate.owner(), name, clock);
      lead.release(handOff);
      day.released(candidate, paced && !candidate.handRaise());
      funnel.add(month(clock), Milestone.RELEASED);
      schedule(lead);
      changed(lead);
      if (team.digest() && paced && !candidate.handRaise()) {
        digests.computeIfAbsent(accountOf(candidate), any -> new ArrayList<>()).add(candidate);
      } else {
        long due = handOff.due(Duty.ACCEPT, team.deadlines(), team.calendar());
        tell(lead, new Released(team.calendar().between(candidate.since(), clock), due));
      }
    }
    digests.values().forEach(digest -> tell(null, new Digested(digest)));
  }

  /** A lead without an account is told alone. */
  private static String accountOf(Candidate candidate) {
    String account = candidate.brief().accountId();
    return account.isEmpty() ? '\n' + candidate.alertId() : account;
  }

  private void schedule(TeamLead lead) {
    HandOff handOff = lead.handOff();
    if (handOff != null) {
      long end = handOff.latest().occurredAt() + keepMillis;
      long next =
          handOff.stage().isLast()
              ? Math.max(clock, end)
              : Math.min(handOff.nextDue(team.deadlines(), team.calendar()), end);
      leads.schedule(lead, next);
    }
  }

  /** Takes that something of a lead is not as it was: it is to be saved, and counted anew. */
  private void changed(TeamLead lead) {
    leads.changed(lead);
    HandOff handOff = lead.handOff();
    count(
        lead,
        handOff == null
            ? Tally.waiting(lead.unworked)
            : Tally.of(handOff, lead.unworked, lead.candidate().since(), team.calendar()));
  }

  private void count(TeamLead lead, Tally now) {
    if (!now.equals(lead.counted)) {
      Candidate candidate = lead.candidate();
      funnel.replace(candidate.brief(), month(candidate.since()), lead.counted, now);
      lead.counted = now;
    }
  }

  private void tell(@Nullable TeamLead lead, What what) {
    HandOff handOff = lead == null ? null : lead.handOff();
    String owner =
        handOff == null ? (lead == null ? "" : lead.candidate().owner()) : handOff.owner();
    events.add(
        new TeamEvent(
            clock,
            lead == null ? null : lead.candidate(),
            handOff == null ? null : handOff.latest(),
            owner,
            what));
  }

  /** When something happens next by itself; {@link Long#MAX_VALUE} before any time has passed. */
  public long nextDue() {
    return Math.min(leads.nextDue(), Math.min(room.nextDue(), day.end()));
  }

  /** How many hot leads wait. */
  public int waiting() {
    return room.candidates().size();
  }

  /** Where a lead that was handed over stands; null for one that was not. */
  public @Nullable Stage stage(String alertId) {
    TeamLead lead = leads.get(alertId);
    HandOff handOff = lead == null ? null : lead.handOff();
    return handOff == null ? null : handOff.stage();
  }

  /** Whether rows of the funnel have changed since they were told. */
  public boolean hasFunnelNews() {
    return funnel.hasNews();
  }

  /** Hands out the rows of the funnel that have changed since the last time. */
  public void tellFunnel(BiConsumer<FunnelKey, FunnelRow> sink) {
    funnel.tell(sink);
  }

  /** Hands out what has changed since the last time. */
  public void save(TeamState state) {
    ByteSink out = new ByteSink();
    out.fixed8(VERSION);
    out.signed(clock);
    day.write(out);
    room.write(out);
    state.head(out.toBytes());
    leads.save(state);
    funnel.save(state::row);
  }

  /**
   * Takes back the team's own piece, before all others.
   *
   * @throws IllegalStateException if the bytes come from a later release
   */
  public void restoreHead(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int version = in.fixed8();
    if (version != VERSION) {
      throw new IllegalStateException("team in layout " + version);
    }
    clock = in.signed();
    day.read(in);
    room.read(in);
  }

  /** Takes back a hot lead. */
  public void restoreLead(byte[] bytes) {
    TeamLead lead = TeamLead.of(bytes);
    leads.add(lead);
    if (lead.handOff() == null) {
      room.restore(lead.candidate(), lead.unworked);
    }
  }

  /** Takes back a row of the funnel. */
  public void restoreRow(byte[] key, byte[] bytes) {
    funnel.restore(key, bytes);
  }
}
