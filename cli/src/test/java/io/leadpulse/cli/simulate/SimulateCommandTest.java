package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateCommandTest {

  @ParameterizedTest
  @ValueSource(strings = {"--rate", "--leads", "--seconds", "--events"})
  void refusesWhatIsBelowOne(String option) {
    Invocation run = Invocation.of("simulate", option, "0");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(option + " must be 1 to ").contains(", but is 0");
  }

  @Test
  void failsInOneLineWithoutAKafka() {
    Invocation run = Invocation.of("simulate", "--bootstrap-server", "127.0.0.1:1");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains("nothing answers at 127.0.0.1:1").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--rate", "--seconds"})
  void aJudgeHasAPaceOfHisOwn(String option) {
    Invocation run = Invocation.of("simulate", "--judge", option, "5");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(option + " does not go with --judge");
  }

  @Test
  void onlyAJudgeTakesAModel() {
    Invocation run = Invocation.of("simulate", "--model", "model.yaml");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--model goes with --judge or --quarter only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--rate", "--leads", "--seconds", "--events"})
  void aQuarterHasAPaceOfItsOwn(String option) {
    Invocation run = Invocation.of("simulate", "--quarter", "2027-01", option, "5");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(option + " does not go with --quarter");
  }

  @Test
  void onlyAQuarterHasTeams() {
    Invocation run = Invocation.of("simulate", "--no-capacity");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--no-capacity goes with --quarter only");
  }

  @Test
  void refusesWhatIsNoMonth() {
    Invocation run = Invocation.of("simulate", "--quarter", "2027-13");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'2027-13' is no month such as 2027-01");
  }
}
