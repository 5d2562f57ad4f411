package io.leadpulse.engine.handoff;

import io.leadpulse.engine.calendar.BusinessCalendar;
import io.leadpulse.engine.calendar.CalendarParser;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.yaml.Problems;
import io.leadpulse.engine.yaml.YamlEntry;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlText;
import io.leadpulse.engine.yaml.YamlValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the text that says which sales teams there are. */
public final class TeamsParser {
  private static final List<String> KEYS = List.of("teams", "routes");
  private static final List<String> TEAM_KEYS =
      List.of(
          "calendar",
          "reps",
          "slots",
          "unlimited",
          "digest",
          "look-ahead",
          "fresh",
          "keep",
          "deadlines",
          "stages",
          "value",
          "plan");
  private static final List<String> BUDGET_KEYS = List.of("reps", "slots", "look-ahead");
  private static final Map<String, Stage> PLAN_KEYS =
      Map.of("released", Stage.RELEASED, "meetings", Stage.MEETING, "won", Stage.WON);
  private static final int MOST_PLANNED = 1_000_000;
  private static final List<String> DEADLINE_KEYS =
      List.of("accept", "meeting", "feedback", "warn");
  private static final List<String> ROUTE_KEYS =
      List.of("team", "scorecard", "country", "industry", "employees");
  private static final List<String> STAGE_KEYS = List.of("name", "by");
  private static final Map<String, Stage> STAGES =
      Arrays.stream(Stage.values())
          .collect(Collectors.toUnmodifiableMap(Stage::term, Function.identity()));
  private static final int MOST_REPS = 1_000;
  private static final int MOST_SLOTS = 100;
  private static final int MOST_DAYS = 366;
  private static final int LONGEST = 200;
  private static final long MOST_VALUE = 1_000_000_000_000L;

  private final Function<String, Optional<String>> files;
  private final Problems problems;
  private final Map<String, BusinessCalendar> calendars = new TreeMap<>();

  private TeamsParser(Function<String, Optional<String>> files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  /**
   * The teams in {@code yaml}. What is wrong goes to {@code problems}.
   *
   * @param file the name that problems carry
   * @param files text of a file that a team names as its calendar, and of the files that those
   *     name; empty if there is none
   */
  public static Teams parse(
      String file, String yaml, Function<String, Optional<String>> files, Problems problems) {
    return new TeamsParser(files, problems).read(YamlText.parse(file, yaml, problems));
  }

  private Teams read(YamlValue document) {
    YamlMapping mapping = document.mapping(KEYS);
    Map<String, Team> teams = new LinkedHashMap<>();
    for (YamlEntry entry : mapping.require("teams").mapping().entries()) {
      teams.put(entry.key(), team(entry.key(), entry.value().mapping(TEAM_KEYS)));
    }
    List<Route> routes = new ArrayList<>();
    for (YamlValue item : mapping.get("routes").items()) {
      routes.add(route(item.mapping(ROUTE_KEYS), teams));
    }
    return new Teams(teams, routes);
  }

  private Team team(String id, YamlMapping mapping) {
    boolean digest = mapping.get("digest").bool(false);
    return new Team(
        id,
        calendar(mapping.get("calendar")),
        capacity(mapping, digest),
        digest,
        deadlines(mapping.get("deadlines").mapping(DEADLINE_KEYS)),
        mapping.get("fresh").integer(1, MOST_DAYS, Team.USUAL_FRESH_DAYS),
        mapping.get("keep").integer(1, MOST_DAYS, Team.USUAL_KEEP_DAYS),
        stages(mapping.get("stages")),
        values(mapping.get("value")),
        plan(mapping.get("plan")));
  }

  /** A team has a budget, or says that it has none. */
  private static Capacity capacity(YamlMapping mapping, boolean digest) {
    boolean unlimited = mapping.get("unlimited").bool(false);
    if (!unlimited && !digest) {
      return new Capacity(
          mapping.require("reps").integer(0, MOST_REPS, 0),
          mapping.require("slots").integer(0, MOST_SLOTS, 0),
          mapping.get("look-ahead").integer(0, 100, 100));
    }
    for (String key : BUDGET_KEYS) {
      if (mapping.has(key)) {
        String why = digest ? "a team that takes digests" : "a team without a limit";
        mapping.get(key).problem(why + " has no '" + key + "'", "remove one of both");
      }
    }
    return Capacity.NONE;
  }

  /** What a team plans for a month. */
  private static Map<Stage, Integer> plan(YamlValue value) {
    Map<Stage, Integer> plan = new EnumMap<>(Stage.class);
    for (YamlEntry entry : value.mapping(PLAN_KEYS.keySet()).entries()) {
      Stage stage = PLAN_KEYS.get(entry.key());
      if (stage != null) {
        plan.put(stage, entry.value().integer(0, MOST_PLANNED, 0));
      }
    }
    return plan;
  }

  private BusinessCalendar calendar(YamlValue value) {
    String name = value.text("japan");
    return calendars.computeIfAbsent(name, any -> calendar(name, value));
  }

  private BusinessCalendar calendar(String name, YamlValue value) {
    if (name.equals("japan")) {
      return BusinessCalendar.japan();
    }
    Optional<String> text = files.apply(name);
    if (text.isEmpty()) {
      value.problem("no calendar '" + name + "' beside this file", "japan, or a file's name");
    }
    return text.map(known -> CalendarParser.parse(name, known, files, problems))
        .orElseGet(BusinessCalendar::japan);
  }

  private static Deadlines deadlines(YamlMapping mapping) {
    Deadlines usual = Deadlines.DEFAULT;
    long warn = mapping.get("warn").millis(0, Duration.ofDays(7).toMillis(), -1);
    return new Deadlines(
        mapping.get("accept").integer(1, MOST_DAYS, usual.acceptDays()),
        mapping.get("meeting").integer(1, MOST_DAYS, usual.meetingDays()),
        mapping.get("feedback").integer(1, MOST_DAYS, usual.feedbackDays()),
        warn < 0 ? usual.warnBefore() : Duration.ofMillis(warn));
  }

  /** The stages in the team's order; no name stands twice. */
  private static List<NamedStage> stages(YamlValue value) {
    List<NamedStage> stages = new ArrayList<>();
    for (YamlValue item : value.items()) {
      YamlMapping mapping = item.mapping(STAGE_KEYS);
      YamlValue named = mapping.require("name");
      String name = named.text(LONGEST, "");
      Stage by = mapping.has("by") ? mapping.get("by").choice(STAGES, Stage.RELEASED) : null;
      if (stages.stream().anyMatch(stage -> stage.name().equals(name))) {
        named.problem("stage '" + name + "' stands twice", "remove one");
      } else if (!name.isEmpty()) {
        stages.add(new NamedStage(name, by));
      }
    }
    return stages;
  }

  /** What a hot lead of each fit is expected to be worth. */
  private static Map<Fit, Long> values(YamlValue value) {
    Map<String, Fit> known = new LinkedHashMap<>();
    for (Fit fit : Fit.values()) {
      known.put(fit.name(), fit);
    }
    Map<Fit, Long> values = new EnumMap<>(Fit.class);
    for (YamlEntry entry : value.mapping(known.keySet()).entries()) {
      Fit fit = known.get(entry.key());
      if (fit != null) {
        values.put(fit, entry.value().milli(0, MOST_VALUE, 0));
      }
    }
    return values;
  }

  private static Route route(YamlMapping mapping, Map<String, Team> teams) {
    YamlValue value = mapping.require("team");
    String team = value.text(LONGEST, "");
    if (!team.isEmpty() && !teams.containsKey(team)) {
      value.unknown("no team '" + team + "'", team, teams.keySet());
    }
    return new Route(
        team,
        mapping.get("scorecard").text(LONGEST, ""),
        mapping.get("country").text(2, ""),
        mapping.get("industry").text(LONGEST, ""),
        mapping.get("employees").integer(0, Integer.MAX_VALUE, 0));
  }
}
