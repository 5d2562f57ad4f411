package io.leadpulse.cli.remote;

import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The jar that a cluster is given, with all of the job that is not Flink's own.
 *
 * @param file holds the very classes that this process builds the job with: what is sent beside it
 *     are objects of them
 */
public record JobJar(Path file) {
  private static final String OURS = "io/leadpulse/";

  /**
   * The one that the user named, else the one that the build made.
   *
   * @throws CliException if there is none, more than one, or it is of another build
   */
  public static JobJar find(Home home, @Nullable Path named) {
    Path file = named == null ? built(home) : named;
    try (JarFile jar = new JarFile(file.toFile())) {
      checkSameBuild(jar, file);
    } catch (IOException e) {
      throw CliException.failure("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
    return new JobJar(file);
  }

  private static Path built(Home home) {
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

  private static void checkSameBuild(JarFile jar, Path file) throws IOException {
    int compared = 0;
    for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
      JarEntry entry = entries.nextElement();
      if (entry.getName().startsWith(OURS) && entry.getName().endsWith(".class")) {
        compared++;
        if (!isOurs(jar, entry)) {
          throw otherBuild(file);
        }
      }
    }
    if (compared == 0) {
      throw otherBuild(file);
    }
  }

  private static boolean isOurs(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream theirs = jar.getInputStream(entry);
        InputStream ours = JobJar.class.getClassLoader().getResourceAsStream(entry.getName())) {
      return ours != null && Arrays.equals(theirs.readAllBytes(), ours.readAllBytes());
    }
  }

  private static CliException otherBuild(Path file) {
    return CliException.failure(
        "%s is of another build than this command; take its own, or `flink run`".formatted(file));
  }
}
