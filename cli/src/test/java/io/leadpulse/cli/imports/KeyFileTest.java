package io.leadpulse.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  @TempDir private Path folder;

  @Test
  void theHomesOwnKeyIsMadeOnceAndForItsOwnerOnly() throws IOException {
    Home home = new Home(folder);
    String key = KeyFile.read(null, home).toHex();
    assertThat(KeyFile.read(null, home).toHex()).isEqualTo(key);
    assertThat(Files.readString(folder.resolve(".leadpulse/hash.key"))).isEqualTo(key + "\n");
    assertThat(Files.getPosixFilePermissions(home.hashKeyFile()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aNamedKeyIsNotMade() {
    Path named = folder.resolve("my.key");
    assertThatThrownBy(() -> KeyFile.read(named, new Home(folder)))
        .hasMessage("there is no key file " + named);
    assertThat(named).doesNotExist();
  }

  @Test
  void whatIsNoKeyIsABadConfiguration() throws IOException {
    Path named = Files.writeString(folder.resolve("my.key"), "hunter2");
    assertThatThrownBy(() -> KeyFile.read(named, new Home(folder)))
        .isInstanceOfSatisfying(
            CliException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION))
        .hasMessageContaining("a key is 32 bytes")
        .hasMessageNotContaining("hunter2");
  }
}
