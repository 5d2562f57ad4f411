package io.leadpulse.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The checkpoints and savepoints under a folder, of all the runs of a job. */
public final class SavedState {
  /** folder / checkpoints / job / chk-N / _metadata */
  private static final int DEPTH = 4;

  private SavedState() {}

  /**
   * The newest that is whole: the folder of the {@code _metadata} that was written last. Flink
   * writes that file at the end.
   */
  public static Optional<Path> newest(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files
          .filter(file -> file.endsWith("_metadata"))
          .max(Comparator.comparing(SavedState::written))
          .map(Path::getParent);
    }
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }
}
