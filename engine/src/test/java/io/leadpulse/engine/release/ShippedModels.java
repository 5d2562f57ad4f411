package io.leadpulse.engine.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The models in the repository's {@code config} folder. */
public final class ShippedModels {
  private static final Path CONFIG = Path.of("..", "config").toAbsolutePath().normalize();

  private ShippedModels() {}

  public static CompiledModel compiled(String name) {
    return ModelParser.parse(name + ".yaml", text(name), 1).orThrow();
  }

  static List<String> names() {
    try (Stream<Path> files = Files.list(CONFIG.resolve("models"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> file.substring(0, file.length() - ".yaml".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    return read("models/" + name + ".yaml");
  }

  static String read(String file) {
    try {
      return Files.readString(CONFIG.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
