package io.leadpulse.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashKeyFileTest {
  @TempDir private Path folder;

  @Test
  void isMadeOnceAndForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("deeper/hash.key");
    HashKeyFile.ensure(file);
    String key = Files.readString(file);
    HashKeyFile.ensure(file);
    assertThat(key).matches("[0-9a-f]{64}\n").isEqualTo(Files.readString(file));
    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    assertThat(file.getParent()).isDirectoryContaining(file::equals);
    assertThat(Files.list(file.getParent())).hasSize(1);
  }
}
