package io.leadpulse.cli.quarter;

import io.leadpulse.cli.quarter.QuarterReport.Day;
import io.leadpulse.cli.quarter.QuarterReport.TeamFigures;
import io.leadpulse.engine.calendar.BusinessCalendar;
import io.leadpulse.engine.handoff.HotLead;
import io.leadpulse.engine.handoff.Team;
import io.leadpulse.engine.handoff.Teams;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.ProfileSnapshot;
import io.leadpulse.schemas.TeamDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What was told in a quarter, kept until the end. */
public final class QuarterBooks {
  private final Teams teams;
  private final Map<String, HotOne> hot = new TreeMap<>();
  private final Map<String, List<TeamDay>> days = new TreeMap<>();

  /** Releases under a budget, by team and date; counted from the records themselves. */
  private final Map<String, Integer> paced = new HashMap<>();

  private final Map<HandOffKind, Integer> kinds = new TreeMap<>();
  private final Map<String, Integer> breaches = new TreeMap<>();
  private final Map<String, Integer> nurtured = new TreeMap<>();
  private final Set<String> nurturedTopics = new TreeSet<>();
  private final Set<String> messageIds = new HashSet<>();
  private int nurturedWithTopics;
  private int repeats;
  private long end;

  /** A hot lead, from the alert on. */
  private static final class HotOne {
    final String team;
    final long since;
    @Nullable HandOff released;
    long worked = Long.MAX_VALUE;
    long withdrawn = Long.MAX_VALUE;
    int releases;
    String stage = "";

    HotOne(String team, long since) {
      this.team = team;
      this.since = since;
    }
  }

  QuarterBooks(Teams teams) {
    this.teams = teams;
  }

  void onAlert(HotLeadAlert alert) {
    if (alert.getType() != AlertType.RAISED) {
      return;
    }
    ProfileSnapshot profile = alert.getProfile();
    Optional<Team> team =
        teams.of(
            alert.getScorecard(),
            HotLead.routing(
                profile.getCountry(),
                profile.getIndustry(),
                profile.getEmployees(),
                profile.getOwner(),
                profile.getTeam()));
    hot.put(
        alert.getAlertId(),
        new HotOne(team.map(Team::id).orElse(""), alert.getEntryAt().toEpochMilli()));
  }

  void onHandOff(HandOff record) {
    if (!messageIds.add(record.getMessageId())) {
      repeats++;
      return;
    }
    long at = record.getOccurredAt().toEpochMilli();
    end = Math.max(end, at);
    kinds.merge(record.getKind(), 1, Integer::sum);
    HotOne one = hot.get(record.getAlertId());
    switch (record.getKind()) {
      case RELEASED -> released(record, one, at);
      case MOVED -> {
        if (one != null) {
          one.worked = Math.min(one.worked, at);
          one.stage = record.getStageKind();
        }
      }
      case WITHDRAWN -> {
        if (one != null) {
          one.withdrawn = at;
        }
      }
      case BREACHED -> breaches.merge(record.getDuty(), 1, Integer::sum);
      case NURTURE -> {
        nurtured.merge(record.getReason(), 1, Integer::sum);
        nurturedWithTopics += record.getTopics().isEmpty() ? 0 : 1;
        nurturedTopics.addAll(record.getTopics());
      }
      case DAY ->
          days.computeIfAbsent(record.getTeam(), any -> new ArrayList<>()).add(record.getDay());
      default -> {
        // Counted above.
      }
    }
  }

  private void released(HandOff record, @Nullable HotOne one, long at) {
    if (one != null) {
      one.released = record;
      one.releases++;
      one.stage = record.getStageKind();
    }
    Team team = teams.byId().get(record.getTeam());
    if (team != null && !record.getHandRaise()) {
      paced.merge(team.id() + ' ' + team.calendar().dateOf(at), 1, Integer::sum);
    }
  }

  /** Whether all teams that have something have told their day. */
  boolean hasEnded(LocalDate day) {
    String date = day.toString();
    return hot.values().stream()
        .map(one -> one.team)
        .filter(team -> !team.isEmpty())
        .distinct()
        .allMatch(
            team ->
                days.getOrDefault(team, List.of()).stream()
                    .anyMatch(told -> told.getDate().equals(date)));
  }

  /** The newest day of each team that has told one. */
  public Map<String, TeamDay> newest() {
    Map<String, TeamDay> newest = new TreeMap<>();
    days.forEach((team, told) -> newest.put(team, told.get(told.size() - 1)));
    return newest;
  }

  /** How often a kind of record was written so far. */
  public int count(HandOffKind kind) {
    return kinds.getOrDefault(kind, 0);
  }

  /** How far it is, for whoever waits. */
  String line() {
    return "%,d hot, %,d released, %,d reported on"
        .formatted(
            hot.size(),
            kinds.getOrDefault(HandOffKind.RELEASED, 0),
            kinds.getOrDefault(HandOffKind.MOVED, 0));
  }

  QuarterReport report(QuarterSettings settings, long events, double seconds) {
    List<TeamFigures> figures = new ArrayList<>();
    teams.byId().values().forEach(team -> figures.add(figures(team)));
    Map<String, Integer> stages = new TreeMap<>();
    for (HotOne one : hot.values()) {
      if (one.released != null) {
        stages.merge(one.stage, 1, Integer::sum);
      }
    }
    long worked = figures.stream().mapToLong(TeamFigures::worked).sum();
    long unworked = figures.stream().mapToLong(TeamFigures::unworked).sum();
    return new QuarterReport(
        settings.first().toString(),
        settings.leadsPerDay(),
        settings.seed(),
        settings.capacity(),
        seconds,
        events,
        hot.size(),
        kinds.getOrDefault(HandOffKind.RELEASED, 0),
        (int) hot.values().stream().filter(one -> one.releases > 1).count() + repeats,
        figures.stream().mapToInt(TeamFigures::budgetViolations).sum(),
        QuarterReport.share(unworked, worked + unworked),
        breaches.values().stream().mapToInt(Integer::intValue).sum(),
        breaches,
        kinds.getOrDefault(HandOffKind.WITHDRAWN, 0),
        kinds.getOrDefault(HandOffKind.REASSIGNED, 0),
        kinds.getOrDefault(HandOffKind.ACTIVE, 0),
        kinds.getOrDefault(HandOffKind.CORRECT, 0),
        nurtured,
        nurturedWithTopics,
        List.copyOf(nurturedTopics),
        stages,
        figures);
  }

  private TeamFigures figures(Team team) {
    List<Day> told = new ArrayList<>();
    int violations = 0;
    for (TeamDay day : days.getOrDefault(team.id(), List.of())) {
      int counted = paced.getOrDefault(team.id() + ' ' + day.getDate(), 0);
      violations += day.getBudget() >= 0 && counted > day.getBudget() ? 1 : 0;
      told.add(
          new Day(
              day.getDate(),
              day.getBudget(),
              day.getReleased(),
              day.getHandRaises(),
              day.getWaiting(),
              day.getMeanReleasedMilli() / 1_000.0,
              day.getMeanWaitingMilli() / 1_000.0));
    }
    Means worked = new Means();
    Means unworked = new Means();
    BusinessCalendar calendar = team.calendar();
    int raised = 0;
    for (HotOne one : hot.values()) {
      if (!one.team.equals(team.id())) {
        continue;
      }
      raised++;
      long fresh = calendar.plusBusinessDays(one.since, team.freshDays());
      double intent = one.released == null ? 0 : one.released.getIntentMilli() / 1_000.0;
      if (one.worked <= fresh) {
        worked.add(intent);
      } else if (one.withdrawn > fresh && fresh <= end) {
        unworked.add(intent);
      }
    }
    return new TeamFigures(
        team.id(),
        raised,
        told.stream().mapToInt(Day::released).sum(),
        told.stream().mapToInt(Day::atOnce).sum(),
        violations,
        worked.count,
        unworked.count,
        QuarterReport.share(unworked.count, (long) worked.count + unworked.count),
        mean(told, Day::released, Day::meanReleased),
        mean(told, Day::waiting, Day::meanWaiting),
        worked.mean(),
        told.isEmpty() ? 0 : told.get(told.size() - 1).waiting(),
        told);
  }

  private static double mean(
      List<Day> days, ToIntFunction<Day> weight, ToDoubleFunction<Day> value) {
    double sum = 0;
    long weights = 0;
    for (Day day : days) {
      sum += weight.applyAsInt(day) * value.applyAsDouble(day);
      weights += weight.applyAsInt(day);
    }
    return weights == 0 ? 0 : sum / weights;
  }

  /** A mean that grows. */
  private static final class Means {
    int count;
    double sum;

    void add(double value) {
      count++;
      sum += value;
    }

    double mean() {
      return count == 0 ? 0 : sum / count;
    }
  }
}
