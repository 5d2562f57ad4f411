package io.leadpulse.chaos.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Arms points, and sees who died there. */
public final class Traps {
  private final Path folder;

  /**
   * @param folder the one that the agents were given
   */
  public Traps(Path folder) {
    this.folder = folder;
  }

  /** The next process to come to this point dies there. */
  public void arm(Point point) throws IOException {
    Files.createFile(folder.resolve(Trap.ARMED).resolve(point.term()));
  }

  /**
   * Takes it back.
   *
   * @return false if it was too late
   */
  public boolean disarm(Point point) throws IOException {
    return Files.deleteIfExists(folder.resolve(Trap.ARMED).resolve(point.term()));
  }

  /** The id of the process that was last seen to die at a point; each is told once. */
  public OptionalLong takeVictim(Point point) throws IOException {
    String prefix = point.term() + "-";
    try (Stream<Path> hits = Files.list(folder.resolve(Trap.HIT))) {
      Path hit =
          hits.filter(file -> file.getFileName().toString().startsWith(prefix))
              .findFirst()
              .orElse(null);
      if (hit == null) {
        return OptionalLong.empty();
      }
      long pid = Long.parseLong(hit.getFileName().toString().substring(prefix.length()));
      Files.move(hit, folder.resolve(hit.getFileName() + "-at-" + System.currentTimeMillis()));
      return OptionalLong.of(pid);
    }
  }
}
