package io.leadpulse.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLockTest {
  @TempDir private Path folder;

  @Test
  void isHeldByOne() throws IOException {
    Home home = new Home(folder);
    assertThat(StackLock.owner(home)).isNull();
    try (StackLock first = StackLock.take(home)) {
      assertThat(StackLock.owner(home)).isEqualTo(ProcessHandle.current());
      assertThatExceptionOfType(CliException.class)
          .isThrownBy(() -> StackLock.take(home))
          .withMessageContaining("process " + ProcessHandle.current().pid());
    }
    assertThat(StackLock.owner(home)).isNull();
    StackLock.take(home).close();
  }
}
