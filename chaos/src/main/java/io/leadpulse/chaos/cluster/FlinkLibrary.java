package io.leadpulse.chaos.cluster;

import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.terminal.CliException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Flink's own processes are run with: its jars, as the build put them together. */
final class FlinkLibrary {
  private FlinkLibrary() {}

  /** Flink's class path, without anything of ours: the job comes as a jar. */
  static String classPath(Home home) {
    Path folder = home.file("chaos/flink/target/lib");
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.filter(jar -> jar.toString().endsWith(".jar"))
          .sorted()
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw CliException.failure("there is no %s; run `mvn package`".formatted(folder), e);
    }
  }

  /** What Flink needs opened in the JDK. */
  static List<String> jvmArguments() {
    return List.of(resource("flink-jvm-args.txt").strip().split("\\s+"));
  }

  /** A text file of this module. */
  static String resource(String name) {
    try (InputStream in = FlinkLibrary.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not packaged: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("unreadable: " + name, e);
    }
  }
}
