package io.leadpulse.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedStateTest {
  @TempDir private Path folder;

  @Test
  void isAbsentAtTheFirstStart() throws IOException {
    assertThat(SavedState.newest(folder.resolve("none"))).isEmpty();
    assertThat(SavedState.newest(folder)).isEmpty();
  }

  @Test
  void isTheOneThatWasFinishedLastOfAllRuns() throws IOException {
    saved("a/chk-17", 1_000);
    saved("b/chk-2", 3_000);
    saved("savepoint-a-1", 2_000);
    Files.createDirectories(folder.resolve("b/chk-3"));
    assertThat(SavedState.newest(folder)).contains(folder.resolve("b/chk-2"));
  }

  private void saved(String name, long written) throws IOException {
    Path metadata = folder.resolve(name).resolve("_metadata");
    Files.createDirectories(metadata.getParent());
    Files.setLastModifiedTime(Files.createFile(metadata), FileTime.fromMillis(written));
  }
}
