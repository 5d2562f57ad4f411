package io.leadpulse.cli.remote;

import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jar that a cluster is given, with all that is not Flink's own. */
public final class JobJar {
  private JobJar() {}

  /**
   * The one that the build made.
   *
   * @throws CliException if there is none, or more than one
   */
  public static Path of(Home home) {
    Path folder = home.file("jobs/target");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars =
          files.filter(file -> file.getFileName().toString().endsWith("-flink.jar")).toList();
      if (jars.size() == 1) {
        return jars.get(0);
      }
      throw CliException.failure(
          "%s holds %d files *-flink.jar; name one with --jar".formatted(folder, jars.size()));
    } catch (IOException e) {
      throw CliException.failure(
          "there is no %s; run `mvn package` or name a jar with --jar".formatted(folder), e);
    }
  }
}
