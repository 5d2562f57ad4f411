package io.leadpulse.chaos.rescale;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Java on this machine.
 *
 * @param version such as {@code 17.0.15}
 */
record Jdk(Path home, String version) {
  private static final int NEWER = 21;
  private static final Path USUAL_FOLDER = Path.of("/usr/lib/jvm");

  Path java() {
    return home.resolve("bin").resolve("java");
  }

  private int feature() {
    return Integer.parseInt(version.split("[.+-]")[0]);
  }

  /** The one that runs this. */
  static Jdk own() {
    return new Jdk(Path.of(System.getProperty("java.home")), System.getProperty("java.version"));
  }

  /**
   * The newest one of version 21 or later, other than the one that runs this.
   *
   * @param named by the environment's {@code JAVA21_HOME}; null if it names none
   */
  static Optional<Jdk> newer(@Nullable String named) throws IOException {
    List<Path> homes = new ArrayList<>();
    if (named != null && !named.isBlank()) {
      homes.add(Path.of(named));
    } else if (Files.isDirectory(USUAL_FOLDER)) {
      try (Stream<Path> all = Files.list(USUAL_FOLDER)) {
        homes.addAll(all.toList());
      }
    }
    List<Jdk> found = new ArrayList<>();
    for (Path home : homes) {
      at(home).filter(jdk -> jdk.feature() >= NEWER).ifPresent(found::add);
    }
    return found.stream()
        .filter(jdk -> jdk.feature() != own().feature())
        .max(Comparator.comparingInt(Jdk::feature));
  }

  /** The one in a folder, if there is one that says of which version it is. */
  static Optional<Jdk> at(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin").resolve("java")) || !Files.exists(release)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader in = new InputStreamReader(Files.newInputStream(release), StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    return version.isEmpty() ? Optional.empty() : Optional.of(new Jdk(home, version));
  }
}
