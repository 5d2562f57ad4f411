package io.leadpulse.engine.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.calendar.BusinessCalendar;
import io.leadpulse.engine.handoff.TeamEvent.Progressed;
import io.leadpulse.engine.handoff.TeamEvent.Released;
import io.leadpulse.engine.handoff.TeamEvent.Withdrawn;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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
    return new Candidate(id, "lead-" + id, "sato", false, 1, 100, NINE);
  }

  private static List<String> kinds(List<TeamEvent> events) {
    return events.stream()
        .map(
            event ->
                event.alertId()
                    + " "
                    + (event.what() instanceof Progressed progressed
                        ? progressed.event().getClass().getSimpleName()
                        : event.what().getClass().getSimpleName()))
        .toList();
  }

  @Test
  void anAlertThatIsToldAgainIsReleasedOnce() {
    TeamDesk desk = desk(5);
    assertThat(kinds(desk.onRaised(hot("a"), NINE))).containsExactly("a Released");
    assertThat(desk.onRaised(hot("a"), NINE + HOUR)).isEmpty();
    desk.onReport("lead-a", new Report(Stage.WON, "won", "", NINE + HOUR), NINE + HOUR);
    assertThat(desk.onRaised(hot("a"), NINE + 30 * DAY)).isEmpty();
  }

  @Test
  void whoIsFoundBySalesDoesNotWaitAnyMore() {
    TeamDesk desk = desk(0);
    desk.onRaised(hot("a"), NINE);
    assertThat(
            kinds(
                desk.onReport(
                    "lead-a",
                    new Report(Stage.CONTACTED, "contacted", "", NINE + HOUR),
                    NINE + HOUR)))
        .containsExactly("a Released", "a Moved");
    assertThat(desk.stage("a")).isEqualTo(Stage.CONTACTED);
    assertThat(desk.waiting()).isZero();
  }

  @Test
  void whoCoolsWhileWaitingIsWithdrawnAndSalesKeepsWhatItHas() {
    TeamDesk desk = desk(1);
    desk.onRaised(hot("a"), NINE);
    desk.onRaised(hot("b"), NINE);
    assertThat(desk.onCooled("a", NINE + HOUR)).isEmpty();
    assertThat(kinds(desk.onCooled("b", NINE + HOUR))).containsExactly("b Withdrawn");
    assertThat(desk.stage("a")).isEqualTo(Stage.RELEASED);
  }

  @Test
  void deadlinesComeByThemselves() {
    TeamDesk desk = desk(1);
    desk.onRaised(hot("a"), NINE);
    List<String> told = new ArrayList<>();
    while (desk.nextDue() < NINE + 30 * DAY) {
      told.addAll(kinds(desk.onTime(desk.nextDue())));
    }
    assertThat(told)
        .containsExactly("a Warned", "a Breached", "a Reassigned", "a Warned", "a Breached");
  }

  @Test
  void aReportOfALeadThatNobodyHasIsNothing() {
    assertThat(desk(1).onReport("nobody", new Report(Stage.WON, "won", "", NINE), NINE)).isEmpty();
  }

  @Test
  void whatIsOverIsForgottenInTheEnd() {
    TeamDesk desk = desk(1);
    desk.onRaised(hot("a"), NINE);
    desk.onReport("lead-a", new Report(Stage.LOST, "lost", "no-budget", NINE + HOUR), NINE + HOUR);
    assertThat(desk.nextDue()).isEqualTo(NINE + HOUR + 180 * DAY);
    desk.onTime(desk.nextDue());
    assertThat(desk.stage("a")).isNull();
    assertThat(desk.nextDue()).isEqualTo(Long.MAX_VALUE);
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
          TeamDesk restored = new TeamDesk(team);
          restored.restore(desk.toBytes());
          desk = restored;
        }
      }
      assertThat(released.values()).allMatch(times -> times == 1);
      assertThat(withdrawn.keySet()).doesNotContainAnyElementsOf(released.keySet());
      assertThat(released.size() + withdrawn.size() + desk.waiting()).isEqualTo(raised);
      assertThat(released.keySet()).allMatch(id -> desk.stage(id) != null);
    }

    private void act(long now) {
      String any = "a" + traffic.nextInt(raised + 1);
      switch (traffic.nextInt(8)) {
        case 0 -> take(desk.onCooled(any, now));
        case 1 -> take(desk.onUpdated(any, traffic.nextLong(1_000), now));
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
                  id, "lead-" + id, "sato", hand, traffic.nextInt(3), traffic.nextLong(1_000), now);
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
}
