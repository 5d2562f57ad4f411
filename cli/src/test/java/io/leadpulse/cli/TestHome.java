package io.leadpulse.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A home with the project's own configuration, used by the commands of this process. */
public final class TestHome implements AutoCloseable {
  private static final String PROPERTY = "leadpulse.home";

  private final Path path;

  private TestHome(Path path) {
    this.path = path;
    System.setProperty(PROPERTY, path.toString());
  }

  /**
   * Makes one.
   *
   * @param folder that is not there yet
   */
  public static TestHome create(Path folder) throws IOException {
    Path config = Path.of("../config");
    try (Stream<Path> files = Files.walk(config)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve("config").resolve(config.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return new TestHome(folder);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    System.clearProperty(PROPERTY);
  }
}
