package io.leadpulse.cli.stack;

import java.nio.file.Path;

/**
 * The folder that holds {@code config} and, for what runs and is kept, {@code .leadpulse}.
 *
 * @param folder absolute
 */
public record Home(Path folder) {

  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /** The one that the launcher named, else the current folder. */
  public static Home current() {
    return new Home(Path.of(System.getProperty("leadpulse.home", "")));
  }

  /** A file of the project, such as {@code "config/topics.yaml"}. */
  public Path file(String relative) {
    return folder.resolve(relative);
  }

  /** What this installation keeps for itself; not under version control. */
  public Path state() {
    return folder.resolve(".leadpulse");
  }

  /** The key that turns addresses into ids. */
  public Path hashKeyFile() {
    return state().resolve("hash.key");
  }

  /** Says which stack runs here, while one runs. */
  Path runningFile() {
    return state().resolve("running.json");
  }
}
