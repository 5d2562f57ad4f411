package io.leadpulse.cli.run;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.jobs.score.TimeMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a stack keeps over restarts: the broker's records, and the jobs' checkpoints and savepoints.
 */
record DataFolder(Path path) {

  DataFolder {
    path = path.toAbsolutePath().normalize();
  }

  Path broker() {
    return path.resolve("kafka");
  }

  JobFolder scoring() {
    return new JobFolder(path.resolve("job"));
  }

  JobFolder handOff() {
    return new JobFolder(path.resolve("hand-off"));
  }

  /**
   * Binds the folder to a time mode at its first use. Timers that were set in one mode do not fire
   * in the other, so a folder cannot change it.
   *
   * @throws CliException if it is bound to another
   */
  void bindTo(TimeMode mode) {
    String time = mode.name().toLowerCase(Locale.ROOT);
    Path file = path.resolve("time");
    try {
      Files.createDirectories(path);
      if (Files.notExists(file)) {
        Files.writeString(file, time + "\n");
      }
      String bound = Files.readString(file).strip();
      if (!bound.equals(time)) {
        throw new CliException(
            ExitCode.BAD_CONFIGURATION,
            "%s was made with --time %s; give that, or another --data".formatted(path, bound));
      }
    } catch (IOException e) {
      throw CliException.failure("%s cannot be written".formatted(path), e);
    }
  }
}
