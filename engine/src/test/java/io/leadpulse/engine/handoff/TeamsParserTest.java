package io.leadpulse.engine.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.yaml.Problem;
import io.leadpulse.engine.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsParserTest {
  private static final Map<String, String> FILES =
      Map.of("factory.yaml", "weekend: [sunday]\nclosures: [2027-08-09..2027-08-16]\n");

  private final Problems problems = new Problems();

  private Teams parse(String yaml) {
    return TeamsParser.parse(
        "teams.yaml", yaml, name -> Optional.ofNullable(FILES.get(name)), problems);
  }

  private static Profile profile(String team, String country, int employees) {
    return new Profile(
        0,
        "",
        "",
        "",
        "",
        country,
        "it",
        employees,
        "",
        team,
        Exclusion.NONE,
        false,
        false,
        Map.of());
  }

  @Test
  void readsTeamsAndRoutes() {
    Teams teams =
        parse(
            """
            teams:
              east:
                reps: 4
                slots: 5
                stages:
                  - { name: MQL, by: released }
                  - { name: ISAL, by: accepted }
                  - { name: SAL }
                value: { A: 3, B: 1.5 }
              factory:
                calendar: factory.yaml
                reps: 1
                slots: 1
                look-ahead: 0
                fresh: 3
                deadlines: { accept: 2, warn: 30m }
            routes:
              - { team: factory, scorecard: machines, employees: 300 }
              - { team: factory, country: DE }
              - { team: east }
            """);
    assertThat(problems.list()).isEmpty();
    Team east = teams.byId().get("east");
    assertThat(east.stage(Stage.ACCEPTED, "")).isEqualTo(new NamedStage("ISAL", Stage.ACCEPTED));
    assertThat(east.stage(Stage.ACCEPTED, "SAL")).isEqualTo(new NamedStage("SAL", Stage.ACCEPTED));
    assertThat(east.stage(Stage.WON, "no stage of ours"))
        .isEqualTo(new NamedStage("won", Stage.WON));
    assertThat(east.valueMilli(Fit.B)).isEqualTo(1_500);
    assertThat(east.valueMilli(Fit.C)).isZero();
    Team factory = teams.byId().get("factory");
    assertThat(factory.deadlines()).isEqualTo(new Deadlines(2, 5, 7, Duration.ofMinutes(30)));
    assertThat(factory.calendar().isBusinessDay(LocalDate.of(2027, 8, 10))).isFalse();
    assertThat(teams.of("machines", profile("", "JP", 300))).hasValue(factory);
    assertThat(teams.of("machines", profile("", "JP", 299))).hasValue(east);
    assertThat(teams.of("others", profile("", "DE", 1))).hasValue(factory);
    assertThat(teams.of("others", profile("east", "DE", 1))).as("in charge").hasValue(east);
    assertThat(teams.of("others", profile("nobody", "JP", 1))).hasValue(east);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-teams", "salesforce"})
  void presetsAreSound(String preset) throws IOException {
    Teams teams = parse(Files.readString(Path.of("..", "config", "teams", preset + ".yaml")));
    assertThat(problems.list()).isEmpty();
    assertThat(teams.of("any", profile("", "JP", 1))).isPresent();
  }

  @Test
  void aLeadThatNoRouteMatchesHasNoTeam() {
    Teams teams = parse("teams: { east: { reps: 1, slots: 1 } }");
    assertThat(teams.of("card", profile("", "JP", 1))).isEmpty();
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    parse(
        """
        teams:
          east: { reps: many, slot: 5, calendar: moon.yaml, stages: [{ nam: SAL }, { name: A, by: yes }] }
        routes: [{ team: eats }, { scorecard: x }]
        """);
    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "reps cannot be 'many'",
            "east has no 'slots'",
            "east knows no key 'slot'",
            "no calendar 'moon.yaml' beside this file",
            "stages knows no key 'nam'",
            "stages has no 'name'",
            "by cannot be 'yes'",
            "no team 'eats'",
            "routes has no 'team'");
  }
}
