package io.leadpulse.cli.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Finds a JDK 21 or later: {@code JAVA21_HOME}, the one that runs this, the usual folders. */
final class NewerJdk {
  private static final int LEAST = 21;
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/lib/jvm"),
          Path.of("/opt/java"),
          Path.of("/Library/Java/JavaVirtualMachines"),
          Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java"));

  private NewerJdk() {}

  /** Its {@code bin/java}. */
  static Optional<Path> java() throws IOException {
    List<Path> homes = new ArrayList<>();
    String named = System.getenv("JAVA21_HOME");
    if (named != null) {
      homes.add(Path.of(named));
    }
    homes.add(Path.of(System.getProperty("java.home")));
    for (Path folder : FOLDERS) {
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
          for (Path child : children) {
            homes.add(child);
            homes.add(child.resolve("Contents").resolve("Home"));
          }
        }
      }
    }
    for (Path home : homes) {
      Path java = home.resolve("bin").resolve("java");
      if (Files.isExecutable(java) && version(home) >= LEAST) {
        return Optional.of(java);
      }
    }
    return Optional.empty();
  }

  /** From the file that every JDK has; 0 without it. */
  private static int version(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isReadable(release)) {
      return 0;
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      properties.load(in);
    }
    String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Integer.parseInt(version.split("[^0-9]")[0]);
  }
}
