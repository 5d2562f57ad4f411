package io.leadpulse.engine.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.calendar.BusinessCalendar;
import io.leadpulse.engine.handoff.FunnelKey.Dimension;
import io.leadpulse.engine.handoff.TeamEvent.DayEnded;
import io.leadpulse.engine.handoff.TeamEvent.Digested;
import io.leadpulse.engine.handoff.TeamEvent.Progressed;
import io.leadpulse.engine.handoff.TeamEvent.Released;
import io.leadpulse.engine.handoff.TeamEvent.Withdrawn;
import io.leadpulse.engine.profile.Fit;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamDeskTest {
  private static final int CASES = Integer.getInteger("handoff.cases", 12);
  private static final BusinessCalendar JAPAN = BusinessCalendar.japan();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = 24 * HOUR;
  private static final long NINE = at("2027-01-05T09:00");

  private static long at(String tokyo) {
    return LocalDateTime.parse(tokyo).atZone(JAPAN.zone()).toInstant().toEpochMilli();
  }

  private static TeamDesk desk(int slots) {
    return new TeamDesk(new Team("east", JAPAN, new Capacity(1, slots, 0)));
  }

  private static Candidate hot(String id) {
    return new Candidate(id, "lead-" + id, "sato", false, 1, 100, NINE, Brief.NONE);
  }

  private static TeamInput.Cooled cooled(String id) {
    return new TeamInput.Cooled(id, "lead-" + id, id + ":cooled", "below-exit");
  }

  private static TeamInput.Updated up(String id, long intentMilli) {
    return new TeamInput.Updated(id, "lead-" + id, id + ":updated", intentMilli, "intent-up");
  }

  private static TeamInput.Updated held() {
    return new TeamInput.Updated("held", "lead-a", "held:1", 900, "held-activity");
  }

  private static List<String> kinds(List<TeamEvent> events) {
    return events.stream()
        .filter(event -> !(event.what() instanceof DayEnded))
        .map(event -> event.alertId() + " " + name(event))
        .toList();
  }

  private static String name(TeamEvent event) {
    return event.what() instanceof Progressed progressed
        ? progressed.event().getClass().getSimpleName()
        : event.what().getClass().getSimpleName();
  }

  private static List<String> passTo(TeamDesk desk, long until) {
    List<String> told = new ArrayList<>();
    while (desk.nextDue() <= until) {
      told.addAll(kinds(desk.onTime(desk.nextDue())));
    }
    return told;
  }

  private static Report report(Stage stage, String reason, long at) {
    return new Report(stage, stage.term(), reason, at);
  }

  @Test
  void anAlertThatIsToldAgainIsReleasedOnce() {
    TeamDesk desk = desk(5);
    assertThat(kinds(desk.onRaised(hot("a"), NINE))).containsExactly("a Released");
    assertThat(desk.onRaised(hot("a"), NINE + HOUR)).isEmpty();
    desk.onReport("lead-a", report(Stage.WON, "", NINE + HOUR), NINE + HOUR);
    assertThat(kinds(desk.onRaised(hot("a"), NINE + 30 * DAY))).isEmpty();
  }

  @Test
  void whoIsFoundBySalesDoesNotWaitAnyMore() {
    TeamDesk desk = desk(0);
    desk.onRaised(hot("a"), NINE);
    assertThat(
            kinds(desk.onReport("lead-a", report(Stage.CONTACTED, "", NINE + HOUR), NINE + HOUR)))
        .containsExactly("a Released", "a Moved");
    assertThat(desk.stage("a")).isEqualTo(Stage.CONTACTED);
    assertThat(desk.waiting()).isZero();
  }

  @Test
  void whoAsksToBeContactedWhileWaitingDoesNotWaitAnyMore() {
    TeamInput.Updated asks =
        new TeamInput.Updated("a", "lead-a", "a:UPDATED:1", 900, "hand-raise:contact-form");
    for (TeamDesk desk : List.of(desk(0), new TeamDesk(team(Capacity.NONE, true)))) {
      desk.onRaised(hot("a"), NINE);
      List<TeamEvent> told = desk.onUpdated(asks, NINE + HOUR);
      assertThat(kinds(told)).containsExactly("a Released");
      assertThat(told.get(0).lead()).isNotNull().matches(Candidate::handRaise);
      assertThat(desk.waiting()).isZero();
      assertThat(kinds(desk.onUpdated(asks, NINE + HOUR))).containsExactly("a Active");
    }
  }

  @Test
  void whoCoolsWhileWaitingIsWithdrawnAndSalesKeepsWhatItHas() {
    TeamDesk desk = desk(1);
    desk.onRaised(hot("a"), NINE);
    desk.onRaised(hot("b"), NINE);
    assertThat(kinds(desk.onCooled(cooled("a"), NINE + HOUR))).containsExactly("a Active");
    assertThat(kinds(desk.onCooled(cooled("b"), NINE + HOUR))).containsExactly("b Withdrawn");
    assertThat(desk.stage("a")).isEqualTo(Stage.RELEASED);
  }

  @Test
  void newsGoToWhoHasTheLead() {
    TeamDesk desk = desk(1);
    desk.onRaised(hot("a"), NINE);
    Report accepted = new Report(Stage.ACCEPTED, "accepted", "", "suzuki", NINE + HOUR);
    desk.onReport("lead-a", accepted, NINE + HOUR);
    List<TeamEvent> told = desk.onUpdated(held(), NINE + 2 * HOUR);
    assertThat(kinds(told)).containsExactly("a Active");
    assertThat(told.get(0).owner()).isEqualTo("suzuki");
    desk.onReport("lead-a", report(Stage.WON, "", NINE + 3 * HOUR), NINE + 3 * HOUR);
    assertThat(desk.onUpdated(held(), NINE + 4 * HOUR)).isEmpty();
  }

  @Test
  void deadlinesComeByThemselves() {
    TeamDesk desk = desk(1);
    desk.onRaised(hot("a"), NINE);
    assertThat(passTo(desk, NINE + 30 * DAY))
        .containsExactly("a Warned", "a Breached", "a Reassigned", "a Warned", "a Breached");
  }

  @Test
  void aReportOfALeadThatNobodyHasIsNothing() {
    assertThat(desk(1).onReport("nobody", report(Stage.WON, "", NINE), NINE)).isEmpty();
  }

  @Test
  void whatIsOverIsForgottenInTheEnd() {
    TeamDesk desk = desk(1);
    desk.onRaised(hot("a"), NINE);
    desk.onReport("lead-a", report(Stage.LOST, "no-budget", NINE + HOUR), NINE + HOUR);
    passTo(desk, NINE + HOUR + 180 * DAY - 1);
    assertThat(desk.stage("a")).isEqualTo(Stage.LOST);
    passTo(desk, NINE + HOUR + 180 * DAY);
    assertThat(desk.stage("a")).isNull();
  }

  @Test
  void ofWhomSalesSaysNothingMoreIsRecycled() {
    TeamDesk desk = desk(1);
    desk.onRaised(hot("a"), NINE);
    desk.onReport("lead-a", report(Stage.MEETING, "", NINE + HOUR), NINE + HOUR);
    assertThat(passTo(desk, NINE + HOUR + 180 * DAY)).containsExactly("a Moved");
    assertThat(desk.stage("a")).isEqualTo(Stage.RECYCLED);
  }

  @Test
  void wrongInformationGoesBackToMarketing() {
    TeamDesk desk = desk(1);
    desk.onRaised(hot("a"), NINE);
    Report wrong = report(Stage.REJECTED, "wrong-information", NINE + HOUR);
    assertThat(kinds(desk.onReport("lead-a", wrong, NINE + HOUR)))
        .containsExactly("a Moved", "a Correct");
    assertThat(desk.onReport("lead-a", wrong, NINE + HOUR)).as("a copy").isEmpty();
  }

  @Test
  void theErasedAreForgottenWhereverTheyAre() {
    TeamDesk desk = desk(1);
    desk.onRaised(at("a", "acme", NINE), NINE);
    desk.onRaised(hot("b"), NINE);
    List<TeamEvent> told = desk.onErased("lead-a", NINE);
    assertThat(kinds(told)).containsExactly("a Withdrawn");
    assertThat(told.get(0).lead()).as("nothing of the person").isEqualTo(hot("a").anonymous());
    assertThat(kinds(desk.onErased("lead-b", NINE))).containsExactly("b Withdrawn");
    assertThat(desk.onErased("lead-b", NINE)).isEmpty();
    Saved saved = new Saved();
    saved.take(desk);
    assertThat(saved.leads).isEmpty();
    assertThat(passTo(desk, NINE + 30 * DAY)).isEmpty();
  }

  @Test
  void aTeamForAccountsIsToldOfEachOnceADay() {
    Team team = team(Capacity.NONE, true);
    TeamDesk desk = new TeamDesk(team);
    assertThat(desk.onRaised(at("a", "acme", NINE), NINE)).isEmpty();
    assertThat(desk.onRaised(at("b", "acme", NINE), NINE + HOUR)).isEmpty();
    assertThat(desk.onRaised(at("c", "umbrella", NINE), NINE + HOUR)).isEmpty();
    long close = at("2027-01-05T18:00");
    assertThat(desk.nextDue()).isEqualTo(close);
    List<List<String>> digests = new ArrayList<>();
    for (TeamEvent event : desk.onTime(close)) {
      if (event.what() instanceof Digested digest) {
        digests.add(digest.leads().stream().map(Candidate::alertId).toList());
      }
    }
    assertThat(digests).containsExactly(List.of("a", "b"), List.of("c"));
    assertThat(passTo(desk, NINE + 30 * DAY)).as("nothing is due").isEmpty();
    Candidate asks = new Candidate("d", "lead-d", "", true, 1, 700, NINE, brief("acme", "contact"));
    List<TeamEvent> atOnce = desk.onRaised(asks, NINE + 30 * DAY);
    assertThat(atOnce.get(atOnce.size() - 1).what())
        .as("no deadline either")
        .isEqualTo(new Released(JAPAN.between(NINE, NINE + 30 * DAY), Long.MAX_VALUE));
    Report met = report(Stage.MEETING, "", NINE + 31 * DAY);
    assertThat(kinds(desk.onReport("lead-a", met, NINE + 31 * DAY))).containsExactly("a Moved");
  }

  @Test
  void aTeamWithoutABudgetTakesWhateverComes() {
    TeamDesk desk = new TeamDesk(team(Capacity.NONE, false));
    long night = at("2027-01-03T23:00");
    for (int i = 0; i < 100; i++) {
      assertThat(kinds(desk.onRaised(hot("a" + i), night))).hasSize(1);
    }
  }

  @Test
  void aDayEndsWithItsFigures() {
    TeamDesk desk = desk(2);
    for (String id : List.of("a", "b", "c", "d")) {
      desk.onRaised(hot(id), NINE);
    }
    Candidate hand = new Candidate("e", "lead-e", "", true, 1, 700, NINE, Brief.NONE);
    desk.onRaised(hand, NINE);
    List<TeamEvent> ended = desk.onTime(at("2027-01-05T18:00"));
    assertThat(ended)
        .last()
        .extracting(TeamEvent::what)
        .isEqualTo(new DayEnded(LocalDate.of(2027, 1, 5), 2, 2, 1, 2, 0, 100, 100));
  }

  private static Team team(Capacity capacity, boolean digest) {
    return new Team(
        "east",
        JAPAN,
        capacity,
        digest,
        Deadlines.DEFAULT,
        Team.USUAL_FRESH_DAYS,
        Team.USUAL_KEEP_DAYS,
        List.of(),
        Map.of(),
        Map.of());
  }

  private static Candidate at(String id, String account, long since) {
    return new Candidate(id, "lead-" + id, "sato", false, 1, 100, since, brief(account, "pricing"));
  }

  private static Brief brief(String account, String signal) {
    return new Brief(
        "card",
        "model",
        3,
        account,
        "Acme",
        Fit.A,
        "",
        List.of("crm"),
        List.of(signal, "form"),
        "spring",
        List.of(9, 14),
        "ja",
        "en");
  }

  /** Alerts, news, coolings and reports at any time, with restarts and looks in between. */
  @Test
  void noAlertIsLostOrReleasedTwiceAndEachHasOneEnd() {
    for (long seed = 0; seed < CASES; seed++) {
      Half disturbed = new Half(seed, true);
      Half calm = new Half(seed, false);
      disturbed.run();
      calm.run();
      assertThat(disturbed.log).as("case %d", seed).isEqualTo(calm.log);
      assertThat(disturbed.log).isNotEmpty();
    }
  }

  /** Half a year of a team; the same for a seed, whatever disturbs it. */
  private static final class Half {
    final List<String> log = new ArrayList<>();
    final SplittableRandom traffic;
    final SplittableRandom noise;
    final boolean disturbed;
    final Team team;
    final Map<String, Integer> released = new HashMap<>();
    final Map<String, Integer> withdrawn = new HashMap<>();
    final Saved saved = new Saved();
    int raised;
    TeamDesk desk;

    Half(long seed, boolean disturbed) {
      this.disturbed = disturbed;
      traffic = new SplittableRandom(seed);
      noise = new SplittableRandom(seed);
      team = new Team("east", JAPAN, new Capacity(2, 1 + traffic.nextInt(4), 50));
      desk = new TeamDesk(team);
    }

    void run() {
      long now = NINE;
      while (now < NINE + 180 * DAY) {
        long next = now + 1 + traffic.nextLong(6 * HOUR);
        while (desk.nextDue() <= next) {
          long due = desk.nextDue();
          if (disturbed && noise.nextInt(4) == 0) {
            take(desk.onTime(due - 1));
          }
          take(desk.onTime(due));
        }
        now = next;
        act(now);
        if (disturbed && noise.nextInt(6) == 0) {
          saved.take(desk);
          desk = saved.desk(team);
        }
      }
      Map<Milestone, Integer> sums = new EnumMap<>(Milestone.class);
      desk.tellFunnel(
          (key, row) -> {
            log.add(key + " " + figures(row));
            for (Milestone milestone : Milestone.values()) {
              if (key.dimension() == Dimension.ALL) {
                sums.merge(milestone, row.count(milestone), Integer::sum);
              }
            }
          });
      assertThat(sums.get(Milestone.RAISED)).isEqualTo(raised);
      assertThat(sums.get(Milestone.RELEASED)).isEqualTo(released.size());
      assertThat(sums.get(Milestone.WITHDRAWN)).isEqualTo(withdrawn.size());
      assertThat(sums.get(Milestone.WON))
          .isEqualTo(released.keySet().stream().filter(id -> desk.stage(id) == Stage.WON).count());
      assertThat(released.values()).allMatch(times -> times == 1);
      assertThat(withdrawn.keySet()).doesNotContainAnyElementsOf(released.keySet());
      assertThat(released.size() + withdrawn.size() + desk.waiting()).isEqualTo(raised);
      assertThat(released.keySet()).allMatch(id -> desk.stage(id) != null);
    }

    private void act(long now) {
      String any = "a" + traffic.nextInt(raised + 1);
      switch (traffic.nextInt(8)) {
        case 0 -> take(desk.onCooled(cooled(any), now));
        case 1 -> take(desk.onUpdated(up(any, traffic.nextLong(1_000)), now));
        case 2, 3, 4 -> {
          Stage stage = Stage.values()[1 + traffic.nextInt(Stage.values().length - 1)];
          long occurred = now - traffic.nextLong(3 * DAY);
          take(desk.onReport("lead-" + any, new Report(stage, stage.term(), "", occurred), now));
        }
        default -> {
          String id = "a" + raised++;
          boolean hand = traffic.nextInt(10) == 0;
          Candidate one =
              new Candidate(
                  id,
                  "lead-" + id,
                  "sato",
                  hand,
                  traffic.nextInt(3),
                  traffic.nextLong(1_000),
                  now,
                  brief("acme", "signal-" + traffic.nextInt(3)));
          take(desk.onRaised(one, now));
        }
      }
    }

    private void take(List<TeamEvent> events) {
      for (TeamEvent event : events) {
        log.add(event.toString());
        if (event.what() instanceof Released) {
          released.merge(event.alertId(), 1, Integer::sum);
        } else if (event.what() instanceof Withdrawn) {
          withdrawn.merge(event.alertId(), 1, Integer::sum);
        }
      }
    }
  }

  private static String figures(FunnelRow row) {
    StringBuilder text = new StringBuilder();
    for (Milestone milestone : Milestone.values()) {
      text.append(milestone).append(' ').append(row.count(milestone)).append(' ');
    }
    for (Span span : Span.values()) {
      text.append(span).append(' ').append(row.median(span)).append(' ');
    }
    return text.toString();
  }

  /** What a store keeps of a team. */
  private static final class Saved implements TeamState {
    final Map<String, byte[]> leads = new HashMap<>();
    final Map<String, byte[]> rows = new HashMap<>();
    byte[] head = {};

    void take(TeamDesk desk) {
      desk.save(this);
    }

    TeamDesk desk(Team team) {
      TeamDesk desk = new TeamDesk(team);
      desk.restoreHead(head);
      leads.values().forEach(desk::restoreLead);
      rows.forEach((key, row) -> desk.restoreRow(HexFormat.of().parseHex(key), row));
      return desk;
    }

    @Override
    public void head(byte[] bytes) {
      head = bytes;
    }

    @Override
    public void lead(String alertId, byte @Nullable [] bytes) {
      if (bytes == null) {
        leads.remove(alertId);
      } else {
        leads.put(alertId, bytes);
      }
    }

    @Override
    public void row(byte[] key, byte[] bytes) {
      rows.put(HexFormat.of().formatHex(key), bytes);
    }
  }
}
