package io.leadpulse.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  @TempDir private Path folder;

  @Test
  void sumsUpAValidModel() {
    Invocation run = validate(Path.of("../config/models/minimal.yaml"), "--output", "json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith(
            "{\"model\":\"minimal\",\"signals\":3,\"dampers\":0,\"scorecards\":[\"sales\"],");
  }

  @Test
  void tellsAllProblemsWithTheirPlaceAndFix() throws IOException {
    Path file = folder.resolve("model.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of("../config/models/minimal.yaml"))
            .replace("category: interest", "category: intrest")
            .replace("Asia/Tokyo", "Asia/Tokio"));
    Invocation run = validate(file);
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
    assertThat(run.err().lines().toList())
        .hasSizeGreaterThan(2)
        .anySatisfy(line -> assertThat(line).matches(".*model.yaml:\\d+:\\d+: .*Tokio.*; fix: .+"))
        .last()
        .asString()
        .matches("leadpulse: .* is not a valid model: \\d problems above");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void saysThatThereIsNoFile() {
    Invocation run = validate(Path.of("none.yaml"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).isEqualTo("leadpulse: there is no file none.yaml\n");
  }

  @Test
  void takesNoTextThatIsNotUtf8() throws IOException {
    Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'#', (byte) 0xE9});
    Invocation run = validate(file);
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
    assertThat(run.err()).contains("is not UTF-8");
  }

  private static Invocation validate(Path file, String... more) {
    String[] words = new String[more.length + 3];
    System.arraycopy(more, 0, words, 3, more.length);
    words[0] = "model";
    words[1] = "validate";
    words[2] = file.toString();
    return Invocation.of(words);
  }
}
