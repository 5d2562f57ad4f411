package io.leadpulse.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientPropertiesTest {
  @TempDir private Path folder;

  @Test
  void fillsInSecretsAndShowsNone() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "canary\n");
    Properties read =
        ClientProperties.read(
            file("security.protocol=SASL_SSL\nsasl.jaas.config=x password\\=${file:%s}\n", secret));
    assertThat(read.getProperty("sasl.jaas.config")).isEqualTo("x password=canary");
    assertThat(new KafkaAccess(read, "leadpulse.", null).toString()).doesNotContain("canary");
  }

  @Test
  void tellsAllThatIsMissing() throws IOException {
    Path file = file("a=${env:LEADPULSE_NOT_SET}\nb=${file:%s}\n", folder.resolve("absent"));
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(() -> ClientProperties.read(file))
        .withMessageContaining("client.properties: a needs the environment variable")
        .withMessageContaining("client.properties: b needs the file")
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION));
  }

  private Path file(String text, Path argument) throws IOException {
    return Files.writeString(folder.resolve("client.properties"), text.formatted(argument));
  }
}
