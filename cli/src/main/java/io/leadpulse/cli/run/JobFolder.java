package io.leadpulse.cli.run;

import io.leadpulse.cli.stack.SavedState;
import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What one job keeps over restarts. */
record JobFolder(Path path) {
  Path checkpoints() {
    return path.resolve("checkpoints");
  }

  Path savepoints() {
    return path.resolve("savepoints");
  }

  /** Where the job goes on; empty at the first start. */
  Optional<Path> newestState() {
    try {
      return SavedState.newest(path);
    } catch (IOException e) {
      throw CliException.failure("%s cannot be read".formatted(path), e);
    }
  }
}
