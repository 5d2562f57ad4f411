package io.leadpulse.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.jobs.config.JobConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobTextTest {
  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();
  private final PrintWriter err = new PrintWriter(said, true);

  @Test
  void saysWhatTheFileSays() throws Exception {
    Path sample = Path.of("../config/lead-scoring.yaml");
    assertThat(JobText.read(JobForm.LEAD_SCORING, sample, err).plan(err).config())
        .isEqualTo(JobConfig.read(sample));
  }

  @Test
  void keepsATextThatLooksLikeANumber() throws IOException {
    JobConfig config =
        read("kafka: {bootstrap-servers: 'a:1', properties: {x: '12', y: \"a: 'b' # c\", z: 'true'}}")
            .plan(err)
            .config();
    assertThat(config.kafka().properties())
        .containsEntry("x", "12")
        .containsEntry("y", "a: 'b' # c")
        .containsEntry("z", "true");
  }

  @Test
  void putsOptionsInThePlaceOfValuesHoweverTheyAreNested() throws IOException {
    JobConfig config =
        read("kafka.bootstrap-servers: a:1\ncheckpoint: { interval: 7s }\nparallelism: 3")
            .with("checkpoint.interval", "1s")
            .with("parallelism", 4)
            .plan(err)
            .config();
    assertThat(config.checkpoint().interval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.parallelism()).isEqualTo(4);
  }

  @Test
  void takesOutWholeSections() throws IOException {
    JobText text = read("kafka: {bootstrap-servers: 'a:1', properties: {x: 1}}").without("kafka");
    assertThat(text.has("kafka.properties.x")).isFalse();
    assertThat(text.has("kafka.bootstrap-servers")).isFalse();
  }

  @Test
  void checksOptionsTogetherWithTheFile() throws IOException {
    JobText text =
        read("kafka.bootstrap-servers: a:1\ntime.hold-limit: 2h").with("time.mode", "replay");
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(() -> text.plan(err).config())
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION));
    assertThat(said.toString()).contains("time.hold-limit has no meaning with 'time.mode: replay'");
  }

  @Test
  void tellsWhereTheFileIsWrong() {
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(() -> read("kafka.bootstrap-servers: a:1\nparalelism: 3"));
    assertThat(said.toString()).contains("job.yaml:2:1: there is no key 'paralelism'");
  }

  private JobText read(String text) throws IOException {
    return JobText.read(
        JobForm.LEAD_SCORING, Files.writeString(folder.resolve("job.yaml"), text), err);
  }
}
