package io.leadpulse.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class HandOffConfigTest {
  private static final Path SAMPLE = Path.of("../config/hand-off.yaml");
  private static final String LEAST =
      "kafka.bootstrap-servers: localhost:9092\nteams.file: teams/two-teams.yaml\n";
  static final List<String> KEYS = Keys.HAND_OFF;

  private static HandOffConfig parse(String text) throws BadConfigException {
    return HandOffConfig.parse("hand-off.yaml", text, Path.of("../config"));
  }

  private static void assertRefused(String text, String... problems) {
    assertThatExceptionOfType(BadConfigException.class)
        .isThrownBy(() -> parse(text))
        .withMessageContainingAll(problems);
  }

  @Test
  void theSampleSaysWhatHoldsWithoutIt() throws Exception {
    HandOffConfig sample = HandOffConfig.read(SAMPLE);
    assertThat(sample).isEqualTo(parse(LEAST));
    assertThat(sample.job().kafka().groupId()).isEqualTo("leadpulse-hand-off");
    assertThat(sample.teams().teams().byId()).containsOnlyKeys("inside", "field");
  }

  @ParameterizedTest
  @FieldSource("KEYS")
  void theSampleShowsEveryKey(String key) throws Exception {
    String last = key.substring(key.lastIndexOf('.') + 1);
    assertThat(Files.readAllLines(SAMPLE))
        .anyMatch(line -> line.strip().replaceFirst("^# *", "").startsWith(last + ":"));
  }

  @Test
  void whatOnlyScoringHasIsRefused() {
    assertRefused(LEAST + "score.tolerance: 1\n", "there is no key 'score.tolerance'");
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertRefused(
        "parallelism: 0\n", "there is no kafka.bootstrap-servers", "there is no teams.file", "1:");
    assertRefused(
        "kafka.bootstrap-servers: b:1\nteams.file: nowhere.yaml\n",
        "hand-off.yaml:2",
        "cannot be read: nowhere.yaml");
  }

  @Test
  void problemsOfTheTeamsAreToldWithTheirPlace(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("teams.yaml"), "teams:\n  east: { reps: 2 }\n");
    assertThatExceptionOfType(BadConfigException.class)
        .isThrownBy(
            () ->
                HandOffConfig.parse(
                    "hand-off.yaml",
                    "kafka.bootstrap-servers: b:1\nteams.file: teams.yaml\n",
                    folder))
        .withMessageContainingAll("teams.yaml:2", "slots");
  }

  @Test
  void calendarsBesideTheTeamsGoWithThem(@TempDir Path folder) throws Exception {
    Files.createDirectory(folder.resolve("teams"));
    Files.writeString(
        folder.resolve("teams/teams.yaml"),
        "teams:\n  east: { reps: 2, slots: 1, calendar: plant.yaml }\n");
    Files.writeString(folder.resolve("teams/plant.yaml"), "closures: [2027-08-09..2027-08-16]\n");
    HandOffConfig config =
        HandOffConfig.parse(
            "hand-off.yaml",
            "kafka.bootstrap-servers: b:1\nteams.file: teams/teams.yaml\n",
            folder);
    assertThat(config.teams().files()).containsOnlyKeys("plant.yaml");
    assertThat(
            config
                .teams()
                .teams()
                .byId()
                .get("east")
                .calendar()
                .isBusinessDay(LocalDate.of(2027, 8, 10)))
        .isFalse();
  }
}
